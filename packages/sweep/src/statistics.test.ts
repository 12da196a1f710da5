import { expect, test } from 'vitest'
import type { Column } from './column.ts'
import { isStatistic, meanOf, medianOf, StatisticTally } from './statistics.ts'

const column = (name: string, ...values: number[]): Column => ({
  name,
  type: 'f64',
  values: Float64Array.from(values),
})
const upTo = (count: number): number[] => Array.from({ length: count }, (_, k) => k + 1)

test('the median and the ranks of its interval, as tables of the sign test have them', () => {
  expect(medianOf(upTo(5))).toEqual({ median: 3, low: null, high: null, count: 5 })
  expect(medianOf(upTo(6))).toEqual({ median: 3.5, low: 1, high: 6, count: 6 })
  expect(medianOf(upTo(20))).toEqual({ median: 10.5, low: 6, high: 15, count: 20 })
  expect(medianOf(upTo(100))).toEqual({ median: 50.5, low: 40, high: 61, count: 100 })
  expect(medianOf(upTo(1000))).toMatchObject({ low: 469, high: 532 })
  expect(medianOf(upTo(1001))).toMatchObject({ low: 469, high: 533 })
  expect(medianOf([])).toEqual({ median: null, low: null, high: null, count: 0 })
  expect(medianOf([1, Infinity, Infinity]).median).toBe(Infinity)
})

test('the mean and its error', () => {
  const { mean, standardError } = meanOf([1, 2, 3, 6])
  expect(mean).toBe(3)
  expect(standardError).toBeCloseTo(Math.sqrt(14 / 3 / 4), 14)
  expect(meanOf([2])).toEqual({ mean: 2, standardError: null, count: 1 })
  expect(meanOf([])).toEqual({ mean: null, standardError: null, count: 0 })
})

const statistics = {
  half: { signal: 'a', as: 'median' },
  average: { signal: 'b[1]', as: 'mean' },
  often: { signal: 'a', as: 'share' },
} as const

test('numbers of chunks are gathered, in any order; NaN has none, and is no yes', () => {
  const chunks = [
    [column('a', 3, 0, NaN), column('b[1]', 0.1, 0.2, 0.3)],
    [column('a', 5), column('b[1]', NaN)],
  ]
  const of = (list: readonly Column[][]) => {
    const tally = new StatisticTally(statistics)
    for (const columns of list) tally.add(columns)
    return tally.summary()
  }
  expect(of(chunks)).toMatchObject({
    half: { median: 3, count: 3 },
    average: { mean: expect.closeTo(0.2, 14), count: 3 },
    often: 0.5,
  })
  expect(of(chunks.toReversed())).toEqual(of(chunks))
})

test('a list is refused with the way to name one number of it', () => {
  const tally = new StatisticTally({ half: { signal: 'b', as: 'median' } })
  expect(() => tally.add([column('b[0]', 1), column('b[1]', 2)])).toThrow(/b\[0\]/)
})

test('statistics are told from regions, even from one with a criterion of such a name', () => {
  expect([medianOf([1]), meanOf([1])].map(isStatistic)).toEqual([true, true])
  const rate = { mean: 1, standardError: 0, count: 3 }
  expect([{ median: rate, count: rate }, null, 3].map(isStatistic)).toEqual([false, false, false])
})
