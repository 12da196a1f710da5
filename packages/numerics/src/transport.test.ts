import { expect, test } from 'vitest'
import { cheapest, random } from './fixtures/brute-force.ts'
import { transport } from './transport.ts'

const costOf = (flow: Float64Array, costs: readonly number[]) =>
  flow.reduce((sum, amount, k) => sum + amount * costs[k]!, 0)

test('known answers', () => {
  expect([...transport([1], [0.25, 0.75], [3, 1])]).toEqual([0.25, 0.75])
  // The first supply must give back what the second one needs.
  expect([...transport([1, 1], [1, 1], [1, 2, 3, 9])]).toEqual([0, 1, 1, 0])
  // A textbook problem: supplies 35, 50, 40 to demands 45, 20, 30, 30 cost 1020 at least.
  const costs = [8, 6, 10, 9, 9, 12, 13, 7, 14, 9, 16, 5]
  expect(costOf(transport([35, 50, 40], [45, 20, 30, 30], costs), costs)).toBe(1020)
})

test('whole masses cost what the cheapest permutation of units costs', () => {
  const next = random(5)
  for (let trial = 0; trial < 120; trial++) {
    const units = 2 + (trial % 6)
    const [rows, columns] = [1 + Math.floor(4 * next()), 1 + Math.floor(4 * next())]
    const [from, to] = [rows, columns].map((places) =>
      Array.from({ length: units }, () => Math.floor(places * next())),
    )
    const costs = Array.from({ length: rows * columns }, () => Math.floor(9 * next()) - 2)
    const counts = (list: number[], places: number) =>
      Array.from({ length: places }, (_, k) => list.filter((at) => at === k).length)
    const [supply, demand] = [counts(from!, rows), counts(to!, columns)]
    const flow = transport(supply, demand, costs)
    for (let i = 0; i < rows; i++)
      expect(flow.slice(i * columns, (i + 1) * columns).reduce((a, b) => a + b, 0)).toBe(supply[i])
    for (let j = 0; j < columns; j++)
      expect(flow.reduce((sum, f, k) => (k % columns === j ? sum + f : sum), 0)).toBe(demand[j])
    const single = from!.flatMap((i) => to!.map((j) => costs[i * columns + j]!))
    expect(costOf(flow, costs)).toBe(cheapest(single, units))
  }
})

test('masses that sum to 1 by rounding go through', () => {
  const thirds = [1 / 3, 1 / 3, 1 / 3]
  const sevenths = Array.from({ length: 7 }, () => 1 / 7)
  const costs = Array.from({ length: 21 }, (_, k) => Math.abs(Math.floor(k / 7) * 3 - (k % 7)))
  const flow = transport(thirds, sevenths, costs)
  expect(flow.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14)
  expect(Math.min(...flow)).toBeGreaterThanOrEqual(0)
})

test('refuses masses that are none, and totals that differ', () => {
  expect(() => transport([1], [0.5], [1])).toThrow('a supply of 1 and a demand of 0.5')
  expect(() => transport([-1, 2], [1], [1, 1])).toThrow('got -1 at place 0')
  expect(() => transport([NaN], [NaN], [1])).toThrow('got NaN')
  expect(() => transport([1], [1], [Infinity])).toThrow(RangeError)
})
