import type { Statistic } from '@ganglion/plan'
import type { Column } from './column.ts'

/** The median of members, and its 95 % interval. */
export interface MedianOf {
  /** Null without a number. */
  readonly median: number | null
  /** Two order statistics between which the median lies in 95 % of all samples or more; null below 6 members. */
  readonly low: number | null
  readonly high: number | null
  /** Members that had a number. */
  readonly count: number
}

/** The mean of members. */
export interface MeanOf {
  /** Null without a number. */
  readonly mean: number | null
  /** Deviation of members over the root of their number; null below 2 members. */
  readonly standardError: number | null
  readonly count: number
}

/** What a statistic gives: a share is a plain number. */
export type Summed = MedianOf | MeanOf | number

/** Whether an entry of the summary is a median or a mean, and no region. */
export function isStatistic(value: unknown): value is MedianOf | MeanOf {
  return (
    typeof value === 'object' &&
    value !== null &&
    'count' in value &&
    typeof value.count === 'number' &&
    ('median' in value || 'standardError' in value)
  )
}

/** Gathers the numbers of statistics of a group while chunks go by, in any order. */
export class StatisticTally {
  readonly #wanted: readonly (readonly [string, Statistic])[]
  readonly #numbers: readonly number[][]

  constructor(statistics: Readonly<Record<string, Statistic>>) {
    this.#wanted = Object.entries(statistics)
    this.#numbers = this.#wanted.map(() => [])
  }

  /** Throws an Error for a statistic whose signal is a list. */
  add(columns: readonly Column[]): void {
    this.#wanted.forEach(([name, { signal }], k) => {
      const found = columns.find((one) => one.name === signal)
      if (!found)
        throw new Error(
          `sweep.statistics.${name}: expected a signal of one number, got ${signal}; of a list take one, e.g. ${signal}[0]`,
        )
      for (const value of found.values) this.#numbers[k]!.push(value)
    })
  }

  /** The statistics by name. They do not depend on the order in which chunks came. */
  summary(): Record<string, Summed> {
    return Object.fromEntries(
      this.#wanted.map(([name, { as }], k) => {
        const all = this.#numbers[k]!
        if (as === 'share') return [name, all.filter((x) => Math.abs(x) > 0).length / all.length]
        // In order, so that sums come out the same whatever the chunks.
        const numbers = all.filter((x) => !Number.isNaN(x)).sort((a, b) => a - b)
        return [name, as === 'median' ? medianOf(numbers) : meanOf(numbers)]
      }),
    )
  }
}

/** The median of sorted numbers. */
export function medianOf(sorted: readonly number[]): MedianOf {
  const count = sorted.length
  if (count === 0) return { median: null, low: null, high: null, count }
  const [a, b] = [sorted[(count - 1) >> 1]!, sorted[count >> 1]!]
  // Written so that two infinite ones are infinite, and no NaN.
  const median = a === b ? a : a / 2 + b / 2
  const below = rankOf(count)
  if (below === 0) return { median, low: null, high: null, count }
  return { median, low: sorted[below - 1]!, high: sorted[count - below]!, count }
}

/** The largest rank r, from 1, with P(B < r) <= 2.5 % for B binomial (count, 1/2); 0 where there is none. */
function rankOf(count: number): number {
  // Beyond a thousand 2^-count is no number, and the normal law is as good.
  if (count > 1000) return Math.floor((count - 1.959963984540054 * Math.sqrt(count)) / 2)
  let term = 1
  for (let k = 0; k < count; k++) term /= 2
  let rank = 0
  for (let sum = term; sum <= 0.025; sum += term) {
    rank++
    term *= (count - rank + 1) / rank
  }
  return rank
}

/** The mean of numbers. */
export function meanOf(numbers: readonly number[]): MeanOf {
  const count = numbers.length
  if (count === 0) return { mean: null, standardError: null, count }
  const mean = numbers.reduce((sum, x) => sum + x, 0) / count
  if (count === 1) return { mean, standardError: null, count }
  const spread = numbers.reduce((sum, x) => sum + (x - mean) * (x - mean), 0)
  return { mean, standardError: Math.sqrt(spread / (count - 1) / count), count }
}
