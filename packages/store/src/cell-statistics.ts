import type { Section } from '@ganglion/plan'
import { StatisticTally, type Summed } from '@ganglion/sweep'
import type { Field } from './fields.ts'

const suffixes = {
  median: ['', '.low', '.high'],
  mean: ['', '.standardError'],
  share: [''],
} as const

/** Numbers of the last frame over the trials of a cell: medians with their 95 % interval, means with their error, shares. */
export function statisticFields({ statistics = {} }: Section): Field[] {
  return Object.entries(statistics).flatMap(([name, { as }]) =>
    suffixes[as].map((end): Field => ({ name: `statistic.${name}${end}`, type: 'number' })),
  )
}

/** Signals that statistics look at, each once. */
export function statisticSignals({ statistics = {} }: Section): string[] {
  return [...new Set(Object.values(statistics).map(({ signal }) => signal))]
}

/** The numbers of these fields, of cells whose trials ended with so many of each signal; NaN is none. */
export function statisticValues(
  { statistics = {} }: Section,
  ended: ReadonlyMap<string, readonly (readonly number[])[]>,
): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [name, one] of Object.entries(statistics)) {
    const told = (ended.get(one.signal) ?? []).map((values) => {
      const tally = new StatisticTally({ [name]: one })
      tally.add([{ name: one.signal, type: 'f64', values: Float64Array.from(values) }])
      return numbersOf(tally.summary()[name]!)
    })
    suffixes[one.as].forEach((end, k) =>
      found.set(
        `statistic.${name}${end}`,
        told.map((numbers) => numbers[k] ?? NaN),
      ),
    )
  }
  return found
}

function numbersOf(summed: Summed): readonly (number | null)[] {
  if (typeof summed === 'number') return [summed]
  if ('median' in summed) return [summed.median, summed.low, summed.high]
  return [summed.mean, summed.standardError]
}
