import type { Metric, Observation } from '@ganglion/core'
import { Finding } from './case.ts'
import { difference } from './same-bits.ts'
import { synthetic } from './synthetic.ts'
import { onFrozenInput, watched } from './told.ts'
import { withoutChance } from './without-chance.ts'

/** What a metric answers to an observation. */
export type Answer = ReturnType<Metric['number']>

/** What the cases of a metric's suite share: whom they ask, about what, and how they say what they found. */
export interface MetricTrial {
  readonly metric: Metric
  /** Observations of games of one size each. */
  readonly games: readonly (readonly Observation[])[]
  /** Asks it without chance, on frozen input; notes what it reads. `before` is what it answered last, of one that remembers. */
  readonly ask: (observation: Observation, read?: Set<string>, before?: Answer) => Answer
  readonly fail: (message: string) => never
}

/** A trial on these observations; without them on some that are made from the names of the signals. */
export function trialOf(metric: Metric, observations?: readonly Observation[]): MetricTrial {
  const who = `metric ${metric.name}`
  return {
    metric,
    games: observations
      ? [observations]
      : [2, 1, 3].map((cells) => synthetic(metric.needs, [cells, cells, cells, cells])),
    ask: (observation, read = new Set(), before) =>
      withoutChance(who, () =>
        onFrozenInput(who, () =>
          metric.number(watched(structuredClone(observation), read), Object.freeze(before)),
        ),
      ),
    fail: (message) => {
      throw new Finding(`${who} ${message}`)
    },
  }
}

/** Checks that an answer has exactly its signals, numbers or lists; `lengths` are those of the game so far. */
export function checkAnswer(
  { metric: { signals }, fail }: MetricTrial,
  answer: Answer,
  lengths: Map<string, number>,
): void {
  const got = Object.keys(answer)
  for (const name of got)
    if (!signals.includes(name))
      fail(`writes '${name}', which is not among its signals ${show(signals)}.`)
  for (const name of signals) {
    const value = answer[name]
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (!Object.hasOwn(answer, name))
      fail(`does not write '${name}', one of its signals; it wrote ${show(got)}.`)
    if (list.length === 0 || list.some((number) => typeof number !== 'number'))
      fail(
        `writes ${show(value)} for '${name}': expected a number or a list of numbers that is not empty.`,
      )
    const before = lengths.get(name) ?? list.length
    if (before !== list.length)
      fail(
        `writes ${list.length} numbers for '${name}' after ${before} in the same game: fill a list of constant length with NaN.`,
      )
    lengths.set(name, list.length)
  }
}

/** What it answers to a bad observation; what it throws is a finding. */
export function bearing({ fail }: MetricTrial, when: string, ask: () => Answer): Answer {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Finding) throw error
    return fail(
      `throws when ${when} (${String(error)}): a diverged member must not end the others. Write NaN instead.`,
    )
  }
}

/** Checks that two answers are the same, bit for bit. */
export function same({ fail }: MetricTrial, a: unknown, b: unknown, what: string): void {
  const where = difference(a, b)
  if (where !== null) fail(`${what} (first at ${where}).`)
}

/** A value in words. */
export const show = (value: unknown): string => JSON.stringify(value) ?? String(value)
