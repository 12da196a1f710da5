import { assignment } from './assignment.ts'
import { cursor, stream } from './stream.ts'
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

/** Masses in twenty-fourths, at least one each. */
function twentyFourths(random: ReturnType<typeof cursor>, count: number): number[] {
  const units = Array.from({ length: count }, () => 1)
  for (let k = count; k < 24; k++) units[Math.floor(random.uniform(0, count))]! += 1
  return units
}

test.each([1, 2, 3])(
  'random masses, many on a grid: as cheap as the assignment of their units, seed %i',
  (seed) => {
    const random = cursor(stream(seed, 'transport'), 0)
    for (let trial = 0; trial < 60; trial++) {
      const [rows, columns] = [1 + (trial % 7), 1 + (trial % 12)]
      const [supply, demand] = [twentyFourths(random, rows), twentyFourths(random, columns)]
      const place = () => (trial % 2 === 0 ? random.normal() : Math.round(3 * random.normal()))
      const [from, to] = [
        Array.from({ length: rows }, place),
        Array.from({ length: columns }, place),
      ]
      const costs = from.flatMap((x) => to.map((y) => (x - y) * (x - y)))
      const [sources, sinks] = [unitsOf(supply), unitsOf(demand)]
      const each = sources.flatMap((i) => sinks.map((j) => costs[i * columns + j]!))
      const matched = assignment(each, 24).reduce((sum, j, i) => sum + each[i * 24 + j]!, 0)
      const flow = transport(supply, demand, costs)
      expect(flow.reduce((sum, x, k) => sum + x * costs[k]!, 0)).toBeCloseTo(matched, 9)
      supply.forEach((mass, i) =>
        expect(flow.slice(i * columns, (i + 1) * columns).reduce((a, b) => a + b, 0)).toBe(mass),
      )
    }
  },
)

/** The place of each unit. */
const unitsOf = (masses: readonly number[]): number[] =>
  masses.flatMap((mass, k) => Array.from({ length: mass }, () => k))

test('equal masses that are rounded, on a grid where most ways are equally cheap: as cheap as their units', () => {
  const random = cursor(stream(1, 'transport'), 0)
  for (let trial = 0; trial < 200; trial++) {
    const [rows, columns] = [1 + (trial % 9), 1 + ((trial * 7) % 11)]
    const place = () => [Math.round(random.normal()), Math.round(random.normal())] as const
    const [from, to] = [Array.from({ length: rows }, place), Array.from({ length: columns }, place)]
    const costs = from.flatMap((x) => to.map((y) => squared(x[0] - y[0]) + squared(x[1] - y[1])))
    const units = rows * columns
    const each = Array.from({ length: units * units }, (_, k) => {
      const [i, j] = [Math.floor(k / units), k % units]
      return costs[Math.floor(i / columns) * columns + Math.floor(j / rows)]!
    })
    const matched = assignment(each, units).reduce((sum, j, i) => sum + each[i * units + j]!, 0)
    const equal = (count: number) => Array.from({ length: count }, () => 1 / count)
    const flow = transport(equal(rows), equal(columns), costs)
    expect(flow.reduce((sum, x, k) => sum + x * costs[k]!, 0)).toBeCloseTo(matched / units, 9)
  }
})

const squared = (x: number): number => x * x

test('of masses of any size everything is sent, and everybody has what he wants', () => {
  const random = cursor(stream(2, 'transport'), 0)
  const law = (count: number): number[] => {
    const raw = Array.from({ length: count }, () => random.uniform(0.1, 1))
    const total = raw.reduce((a, b) => a + b, 0)
    return raw.map((mass) => mass / total)
  }
  for (let trial = 0; trial < 1500; trial++) {
    const [rows, columns] = [4 + (trial % 6), 3 + ((trial * 7) % 7)]
    const [supply, demand] = [law(rows), law(columns)]
    const costs = Array.from({ length: rows * columns }, () => squared(random.normal()))
    const flow = transport(supply, demand, costs)
    const sums = (groups: number, of: (k: number) => number): number[] => {
      const found = Array.from({ length: groups }, () => 0)
      flow.forEach((amount, k) => (found[of(k)]! += amount))
      return found
    }
    sums(rows, (k) => Math.floor(k / columns)).forEach((sent, i) =>
      expect(Math.abs(sent - supply[i]!)).toBeLessThan(1e-12),
    )
    sums(columns, (k) => k % columns).forEach((had, j) =>
      expect(Math.abs(had - demand[j]!)).toBeLessThan(1e-12),
    )
  }
})
