import { Finding } from './case.ts'

/** Where chance and time come from, by the name under which a plugin asks for them. */
const sources: readonly (readonly [name: string, owner: object, key: string])[] = [
  ['Math.random', Math, 'random'],
  ['Date', globalThis, 'Date'],
  ['performance.now', globalThis.performance, 'now'],
  ['crypto.getRandomValues', globalThis.crypto, 'getRandomValues'],
  ['crypto.randomUUID', globalThis.crypto, 'randomUUID'],
]

/**
 * Does synchronous work while every source of chance and time is a trap: the first one that is used becomes a Finding,
 * even if the work caught what the trap threw.
 */
export function withoutChance<T>(who: string, work: () => T): T {
  let caught: Finding | undefined
  const undo = sources.map(([name, owner, key]) => {
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
    return work()
  } finally {
    for (const put of undo) put()
    if (caught) throw caught
  }
}
