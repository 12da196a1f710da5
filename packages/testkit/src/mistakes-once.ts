import { NotRun, type Case } from './case.ts'
import { Threw } from './threw.ts'

/**
 * Cases of one suite that tell a mistake once: what one of them said was thrown, another that meets it does not tell again
 * but throws a NotRun, for what it was to check it could not check.
 */
export function mistakesOnce(cases: readonly Case[]): readonly Case[] {
  const told = new Map<string, string>()
  const heard = (name: string, cause: unknown): never => {
    if (!(cause instanceof Error)) throw cause
    // A mistake that comes from another thread is text only.
    const known = [...told].find(([mistake]) => cause.message.includes(mistake))
    if (known && known[1] !== name) throw notRun(...known)
    if (cause instanceof Threw) told.set(cause.mistake, name)
    throw cause
  }
  return cases.map(({ name, run }) => ({
    name,
    run: () => {
      try {
        return run()?.catch((cause: unknown) => heard(name, cause))
      } catch (cause) {
        return heard(name, cause)
      }
    },
  }))
}

function notRun(mistake: string, first: string): NotRun {
  const error = new NotRun(`not run: ${mistake} (see "${first}")`)
  error.stack = error.message
  return error
}
