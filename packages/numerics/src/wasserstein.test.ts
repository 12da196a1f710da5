import { expect, test } from 'vitest'
import { cheapest, cloud, random } from './fixtures/brute-force.ts'
import { distance, squaredDistance, type PointMasses } from './point-masses.ts'
import { wasserstein } from './wasserstein.ts'

const orders = [1, 2] as const
const law = (positions: number[][], masses = positions.map(() => 1 / positions.length)) => ({
  positions,
  masses,
})
const shuffled = ({ positions, masses }: PointMasses): PointMasses => ({
  positions: Array.from(positions).toReversed(),
  masses: Array.from(masses).toReversed(),
})
/** The same law in the plane, or in space, by a coordinate that is the same everywhere. */
const lifted = ({ positions, masses }: PointMasses): PointMasses => ({
  positions: Array.from(positions, (row) => [...Array.from(row), 1.5]),
  masses,
})

test('known answers', () => {
  for (const order of orders) {
    expect(wasserstein(law([[0]]), law([[3]]), order)).toBe(3)
    expect(wasserstein(law([[0, 0]]), law([[3, 4]]), order)).toBe(5)
    expect(
      wasserstein(
        law([
          [0, 1],
          [1, 0],
        ]),
        law([
          [1, 0],
          [0, 1],
        ]),
        order,
      ),
    ).toBe(0)
  }
  // One point in the middle of the ring of four: radius 1.
  const ring = law([
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ])
  expect(wasserstein(ring, law([[0, 0]]), 2)).toBe(1)
  expect(wasserstein(law([[0], [1]], [0.25, 0.75]), law([[0], [1]], [0.75, 0.25]), 1)).toBe(0.5)
  expect(wasserstein(law([[0], [1]], [0.25, 0.75]), law([[0], [1]], [0.75, 0.25]), 2)).toBe(
    Math.sqrt(0.5),
  )
  // Two of four points collapsed upon a neighbour: a quarter travels sqrt(2).
  const collapsed = law([
    [1, 0],
    [1, 0],
    [-1, 0],
    [0, -1],
  ])
  expect(wasserstein(ring, collapsed, 1)).toBeCloseTo(Math.sqrt(2) / 4, 15)
  expect(wasserstein(ring, collapsed, 2)).toBeCloseTo(Math.sqrt(2 / 4), 15)
})

test('of equal masses it is the cheapest permutation, in any dimension', () => {
  const next = random(21)
  for (let trial = 0; trial < 60; trial++) {
    const [n, dimensions] = [1 + (trial % 7), 1 + (trial % 4)]
    const [p, q] = [cloud(next, n, dimensions, true), cloud(next, n, dimensions, true)]
    const costs = (apart: typeof distance) =>
      Array.from({ length: n * n }, (_, k) =>
        apart(p.positions[Math.floor(k / n)]!, q.positions[k % n]!),
      )
    expect(wasserstein(p, q, 1)).toBeCloseTo(cheapest(costs(distance), n) / n, 12)
    expect(wasserstein(p, q, 2)).toBeCloseTo(Math.sqrt(cheapest(costs(squaredDistance), n) / n), 12)
  }
})

test('a law split into unit masses is the same law', () => {
  const next = random(33)
  for (let trial = 0; trial < 30; trial++) {
    const [p, q] = [cloud(next, 3, 2, true), cloud(next, 2, 2, true)]
    const split = (one: PointMasses, times: number) =>
      law(
        Array.from(one.positions).flatMap((row) =>
          Array.from({ length: times }, () => Array.from(row)),
        ),
      )
    for (const order of orders)
      expect(wasserstein(p, q, order)).toBeCloseTo(wasserstein(split(p, 2), split(q, 3), order), 12)
  }
})

test('the closed form on a line agrees with the transport in the plane', () => {
  const next = random(8)
  for (let trial = 0; trial < 60; trial++) {
    const [p, q] = [cloud(next, 1 + (trial % 6), 1, false), cloud(next, 1 + (trial % 5), 1, false)]
    for (const order of orders)
      expect(wasserstein(p, q, order)).toBeCloseTo(wasserstein(lifted(p), lifted(q), order), 12)
  }
})

test('on a line of order 1 it is the integral of the difference of the distribution functions', () => {
  const next = random(9)
  for (let trial = 0; trial < 20; trial++) {
    const [p, q] = [cloud(next, 5, 1, false), cloud(next, 4, 1, false)]
    const below = ({ positions, masses }: PointMasses, x: number) =>
      Array.from(masses).reduce((sum, mass, j) => (positions[j]![0]! <= x ? sum + mass : sum), 0)
    const places = [...Array.from(p.positions), ...Array.from(q.positions)].map((row) => row[0]!)
    places.sort((a, b) => a - b)
    let area = 0
    for (let k = 1; k < places.length; k++)
      area +=
        (places[k]! - places[k - 1]!) *
        Math.abs(below(p, places[k - 1]!) - below(q, places[k - 1]!))
    expect(wasserstein(p, q, 1)).toBeCloseTo(area, 12)
  }
})

test('it is a metric: symmetric, blind to the order of points, and no detour is shorter', () => {
  const next = random(17)
  for (let trial = 0; trial < 120; trial++) {
    const dimensions = [1, 2, 3, 10][trial % 4]!
    const [p, q, r] = [3, 4, 5].map((n) => cloud(next, n, dimensions, trial % 3 === 0))
    for (const order of orders) {
      const way = (a = p!, b = q!) => wasserstein(a, b, order)
      expect(way(q, p)).toBeCloseTo(way(), 12)
      expect(way(shuffled(p!), q)).toBeCloseTo(way(), 12)
      expect(way(p, shuffled(p!))).toBe(0)
      expect(way(p, r)).toBeLessThanOrEqual(way() + way(q, r) + 1e-12)
    }
    expect(wasserstein(p!, q!, 1)).toBeLessThanOrEqual(wasserstein(p!, q!, 2) + 1e-12)
  }
})

test('two hundred points of unequal masses are no trouble', () => {
  const next = random(2)
  const [p, q] = [cloud(next, 200, 2, false), cloud(next, 150, 2, false)]
  expect(wasserstein(p, q, 2)).toBeCloseTo(wasserstein(shuffled(p), q, 2), 12)
})

test('overflow is Infinity; what is no law is refused', () => {
  for (const dimensions of [1, 2]) {
    const at = (x: number) => law([Array.from({ length: dimensions }, () => x)])
    expect(wasserstein(at(-1e200), at(1e200), 2)).toBe(Infinity)
  }
  const one = law([[0, 0]])
  expect(() => wasserstein(one, law([]), 1)).toThrow('at least one point')
  expect(() => wasserstein(one, law([[1]]), 1)).toThrow('expected 2 coordinates a point')
  expect(() => wasserstein(one, law([[NaN, 1]]), 1)).toThrow('finite coordinates')
  expect(() => wasserstein(one, law([[1, 1]], [0.9]), 1)).toThrow('equal totals')
})
