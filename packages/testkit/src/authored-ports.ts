import { Expr } from '@ganglion/calculus'
import { authorMistake, nothingReturned, PlanError } from '@ganglion/core'
import { Finding } from './case.ts'
import { describe } from './definition-cases.ts'
import { Threw } from './threw.ts'

type Call = (...given: unknown[]) => unknown

/** Functions of a plugin that are asked while it is taken apart, and whether they answer with an expression. */
const ports: Readonly<Record<string, boolean>> = {
  parameters: false,
  memory: false,
  fixed: false,
  noise: false,
  initial: false,
  measure: false,
  constraint: false,
  update: false,
  critic: true,
  ridge: true,
  mixture: true,
  f: true,
  g: true,
  generator: true,
  value: true,
}

/** A definition whose every mistake is told by the name of the function that made it: `critic threw: oops, at bumps.ts:6`. */
export function authoredPorts<D extends object>(definition: D): D {
  // What is no definition is refused by the first case, in its own words.
  if (typeof definition !== 'object' || definition === null) return definition
  const told = { ...definition } as Record<string, unknown>
  for (const [port, value] of Object.entries(told)) {
    if (typeof value === 'function' && port in ports) told[port] = toldCall(port, value as Call)
    if (port === 'expectation' && typeof value === 'object') told[port] = expectations(value)
  }
  return told as D
}

function expectations(forms: object | null): object | null {
  if (forms === null) return forms
  const entries = Object.entries(forms).map(([kind, form]): [string, unknown] => [
    kind,
    typeof form === 'function' && kind in ports ? toldCall(kind, form as Call) : (form as unknown),
  ])
  return Object.fromEntries(entries)
}

function toldCall(port: string, call: Call): Call {
  const name = port === 'mixture' ? 'expectation.mixture' : port
  return (...given) => {
    let answer: unknown
    try {
      answer = call(...given)
    } catch (cause) {
      // What refuses on purpose is heard by who asked.
      if (cause instanceof Finding || cause instanceof PlanError) throw cause
      throw new Threw(`${name} threw: ${authorMistake(cause, given)}`, undefined, cause)
    }
    if (answer === undefined) throw new Threw(`${name} returned nothing: ${nothingReturned}`)
    if (ports[port] && !(answer instanceof Expr))
      throw new Threw(
        `${name} returned ${describe(answer)}: expected an expression (num(1) makes one of a number)`,
      )
    return answer
  }
}
