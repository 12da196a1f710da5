import { Finding } from './case.ts'

/** Where chance and time come from: the global that owns the function, if any, and its name. */
const sources: readonly (readonly [owner: string | null, key: string])[] = [
  ['Math', 'random'],
  [null, 'Date'],
  ['performance', 'now'],
  ['crypto', 'getRandomValues'],
  ['crypto', 'randomUUID'],
]

/**
 * Does synchronous work while every source of chance and time is a trap: the first one that is used becomes a Finding,
 * even if the work caught what the trap threw.
 */
export function withoutChance<T>(who: string, work: () => T): T {
  let caught: Finding | undefined
  const undo = sources.map(([global, key]) => {
    const globals = globalThis as unknown as Readonly<Record<string, object>>
    const owner = global === null ? globalThis : globals[global]!
    const name = global === null ? key : `${global}.${key}`
    const before = Object.getOwnPropertyDescriptor(owner, key)
    const spring = (): never => {
      caught ??= new Finding(
        `${who} uses ${name}: the same plan must give the same bits again. Take randomness from the stream that the port hands you, and time from the step.`,
      )
      throw caught
    }
    // A function, not an arrow: `new Date()` must reach the trap too.
    const trap = Object.assign(
      function () {
        spring()
      },
      { now: spring, parse: spring, UTC: spring },
    )
    Object.defineProperty(owner, key, { value: trap, configurable: true, writable: true })
    return () => {
      if (before) Object.defineProperty(owner, key, before)
      else delete (owner as Record<string, unknown>)[key]
    }
  })
  try {
    const result = work()
    if (caught === undefined) return result
  } catch (error) {
    throw caught ?? error
  } finally {
    for (const put of undo) put()
  }
  throw caught
}
