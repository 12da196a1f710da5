import { expect, test } from 'vitest'
import { fitPower } from './power-fit.ts'
import { spaced } from './spaced.ts'
import { studentBound } from './student-bound.ts'
import { survivalOf, type Lifetime } from './survival.ts'

const reached = (time: number, count = 1): Lifetime => ({ time, reached: true, count })
const censored = (time: number, count = 1): Lifetime => ({ time, reached: false, count })

test('Kaplan-Meier by hand: five lifetimes, two of them censored', () => {
  // S: 4/5 after 1, 4/5 * 2/3 = 8/15 after 3, 0 after 5. Area to 6: 1 + 2 * 4/5 + 2 * 8/15.
  const found = survivalOf([reached(3), censored(2), reached(1), reached(5), censored(3)], 6)
  expect(found).toMatchObject({ median: 5, low: 1, high: null, censored: 2, count: 5 })
  expect(found.mean).toBeCloseTo(11 / 3, 14)
  // Greenwood: (8/3)^2 / 20 + (16/15)^2 / 6, the last fall adds nothing; times 3 / 2.
  const variance = (64 / 9 / 20 + 256 / 225 / 6) * 1.5
  expect(found.meanHigh! - found.mean!).toBeCloseTo(1.959963984540054 * Math.sqrt(variance), 12)
})

test('remission of leukaemia under 6-MP (Freireich 1963): 23 weeks, from 13 to beyond the end', () => {
  const lifetimes = [
    reached(6, 3),
    ...[7, 10, 13, 16, 22, 23].map((time) => reached(time)),
    ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => censored(time)),
  ]
  const found = survivalOf(lifetimes, 35)
  expect(found).toMatchObject({ median: 23, low: 13, high: null, censored: 12, count: 21 })
  expect(found.mean).toBeCloseTo(23.287, 3)
})

test('without censoring the mean is the mean, and its interval the usual one', () => {
  const times = [2, 3, 5, 7, 11, 13]
  const found = survivalOf(
    times.map((time) => reached(time)),
    20,
  )
  const mean = 41 / 6
  const square = times.reduce((all, time) => all + (time - mean) ** 2, 0) / 5
  expect(found.mean).toBeCloseTo(mean, 12)
  expect(found.meanHigh! - mean).toBeCloseTo(1.959963984540054 * Math.sqrt(square / 6), 12)
  expect(found.median).toBe(5)
})

test('few, none, all at once: no interval that is not known', () => {
  expect(survivalOf([], 10)).toEqual({
    median: null,
    low: null,
    high: null,
    mean: null,
    meanLow: null,
    meanHigh: null,
    censored: 0,
    count: 0,
  })
  expect(survivalOf([censored(10, 9)], 10)).toMatchObject({ median: null, mean: 10, meanLow: null })
  expect(survivalOf([reached(4, 5)], 10)).toMatchObject({ median: 4, low: 4, high: null })
  expect(survivalOf([reached(4, 6)], 10)).toMatchObject({ median: 4, low: 4, high: 4, meanLow: 4 })
  expect(survivalOf([reached(0, 7), censored(10, 3)], 10)).toMatchObject({ median: 0, mean: 3 })
  const wide = survivalOf([reached(1), reached(1), reached(1), censored(10)], 10)
  expect(wide).toMatchObject({ mean: 3.25, meanLow: 0 })
  expect(wide.meanHigh).toBeLessThan(10)
  expect(() => survivalOf([reached(11)], 10)).toThrow('expected a time from 0 to 10, got 11')
  expect(() => survivalOf([reached(NaN)], 10)).toThrow(RangeError)
})

test('order and grouping of lifetimes change no bit', () => {
  const some = Array.from({ length: 40 }, (_, k) => ({
    time: (k * 7) % 13,
    reached: k % 3 > 0,
  }))
  const one = survivalOf(some, 13)
  expect(survivalOf(some.toReversed(), 13)).toEqual(one)
  expect(survivalOf([...some.slice(20), ...some.slice(0, 20)], 13)).toEqual(one)
})

test.each([
  [1, 12.706204736],
  [10, 2.228138852],
  [11, 2.20098516],
  [28, 2.048407142],
  [100, 1.983971519],
  [1e9, 1.959963987],
])('Student with %d degrees of freedom', (freedom, bound) => {
  expect(Math.abs(studentBound(freedom) - bound)).toBeLessThan(1e-5)
})

test('a power law gives its exponent back; with noise, by hand', () => {
  const x = [0.01, 0.05, 0.1, 0.3]
  const exact = fitPower(
    x,
    x.map((one) => 3 / one ** 2),
  )
  expect(exact.exponent).toBeCloseTo(-2, 12)
  expect(exact.factor).toBeCloseTo(3, 10)
  expect(exact.high - exact.low).toBeLessThan(1e-10)
  // log x = 0, 1, 2 and log y = 0, 2, 1: slope 1/2, level 1; apart by -1/2, 1, -1/2, so deviation sqrt(3/2).
  const [e, half] = [Math.E, (12.706204736174694 * Math.sqrt(1.5)) / Math.sqrt(2)]
  const found = fitPower([1, e, e * e], [1, e * e, e])
  expect(found.exponent).toBeCloseTo(0.5, 12)
  expect(found.high).toBeCloseTo(0.5 + half, 9)
  expect(found.deviation).toBeCloseTo(Math.sqrt(1.5), 12)
  expect(found.factor).toBeCloseTo(Math.exp(0.5), 12)
  expect(() => fitPower([1, 2], [1, 2])).toThrow('at least three points')
  expect(() => fitPower([1, 2, 3], [1, 0, 2])).toThrow('expected positive numbers, got 0')
  expect(() => fitPower([2, 2, 2], [1, 3, 2])).toThrow('expected x that differ, got 2 only')
})

test('spaced numbers have their ends exactly', () => {
  expect(spaced({ from: 0, to: 1, count: 5 })).toEqual([0, 0.25, 0.5, 0.75, 1])
  const down = spaced({ from: 0.5, to: 0.01, count: 15, spacing: 'geometric' })
  expect([down[0], down[14], down.length]).toEqual([0.5, 0.01, 15])
  // 0.5 * 0.02^(k / 14).
  for (const [k, value] of [
    [1, 0.3781072493247853],
    [3, 0.21622455073017247],
    [13, 0.013223761271250096],
  ] as const)
    expect(down[k]).toBeCloseTo(value, 14)
  expect(spaced({ from: 3, to: 9, count: 1, spacing: 'geometric' })).toEqual([3])
})
