import { expect, test } from 'vitest'
import { TimeTally } from './time-tally.ts'

test('who arrives at the very last step has arrived; who has not is censored there; regions do not mix, order does not count', () => {
  // Two cells of four trials each: the first lies in the first region, both lie in the second.
  const rows = [
    [0, 300, NaN, NaN, NaN],
    [1, 10, 20, 30, NaN],
  ] as const
  const told = [rows, rows.toReversed()].map((order) => {
    const tally = new TimeTally(['near'], [Uint8Array.of(1, 0), Uint8Array.of(1, 1)], 4)
    for (const [cell, ...steps] of order)
      tally.add(Uint32Array.of(cell, cell, cell, cell), () => Float64Array.from(steps))
    return [0, 1].map((region) => tally.summary(region, 300)['near'])
  })
  expect(told[0]).toEqual(told[1])
  // By hand: a quarter of four by step 300; of eight 1/8, 2/8, 3/8 by 30, and 4/8 by 300.
  expect(told[0]).toMatchObject([
    { median: null, mean: 300, censored: 3, count: 4 },
    { median: 300, mean: (10 + 20 + 30 + 5 * 300) / 8, censored: 4, count: 8 },
  ])
})
