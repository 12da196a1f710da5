import type { Observation } from '@ganglion/core'
import { Finding } from './case.ts'

type Signals = Observation['signals']

/** An observation whose signals note every name that is read. Frozen, lists included. */
export function watched({ step, signals }: Observation, read: Set<string>): Observation {
  for (const reading of Object.values(signals)) Object.freeze(reading)
  const noted: Signals = new Proxy(Object.freeze(signals), {
    get(target, name) {
      if (typeof name === 'string') read.add(name)
      return Reflect.get(target, name) as unknown
    },
    has(target, name) {
      if (typeof name === 'string') read.add(name)
      return Reflect.has(target, name)
    },
  })
  return Object.freeze({ step, signals: noted })
}

/** The observation without some signals. */
export function without({ step, signals }: Observation, ...names: readonly string[]): Observation {
  const kept = Object.entries(signals).filter(([name]) => !names.includes(name))
  return { step, signals: Object.fromEntries(kept) }
}

/** The observation with every number of one signal replaced. */
export function spoilt({ step, signals }: Observation, name: string, by: number): Observation {
  const reading = signals[name]!
  const filled = typeof reading === 'number' ? by : reading.map(() => by)
  return { step, signals: { ...signals, [name]: filled } }
}

/** Does what a plugin does with frozen input; the error of a write to it becomes a Finding. */
export function onFrozenInput<T>(who: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (
      error instanceof TypeError &&
      /read.only|not extensible|frozen|Cannot delete/.test(error.message)
    )
      throw new Finding(
        `${who} changes what it was given (${error.message}): give back something new and leave the old one as it is, since others read it too.`,
        { cause: error },
      )
    throw error
  }
}
