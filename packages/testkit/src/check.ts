import { authorMistake } from '@ganglion/core'
import { Finding, type Case } from './case.ts'
import { Threw } from './threw.ts'

/** A case whose every failure is a Finding: what the plugin itself throws is told with the case that met it. */
export function check(name: string, run: () => void | Promise<void>): Case {
  const told = (cause: unknown): never => {
    if (cause instanceof Finding) throw cause
    const mistake = `the plugin threw: ${authorMistake(cause)}`
    throw new Threw(mistake, `${name}: ${mistake}`, cause)
  }
  return {
    name,
    run: () => {
      try {
        return run()?.catch(told)
      } catch (cause) {
        return told(cause)
      }
    },
  }
}

/** Throws a Finding with this message unless the condition holds. */
export function expectThat(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new Finding(message())
}

/** A number as findings tell it: seven significant digits, -0 kept apart from 0. */
export function show(x: number): string {
  if (Object.is(x, -0)) return '-0'
  return Number.isFinite(x) ? String(Number(x.toPrecision(7))) : String(x)
}
