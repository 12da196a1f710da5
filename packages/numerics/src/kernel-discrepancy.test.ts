import { expect, test } from 'vitest'
import { exp } from './exp.ts'
import { cloud, random } from './fixtures/brute-force.ts'
import { kernelDiscrepancy } from './kernel-discrepancy.ts'
import { squaredDistance, type PointMasses } from './point-masses.ts'

const at = (...place: number[]): PointMasses => ({ positions: [place], masses: [1] })

/** Three sums of kernels, as the definition has it. */
function byDefinition(p: PointMasses, q: PointMasses, sigma: number): number {
  const mean = (a: PointMasses, b: PointMasses) => {
    let sum = 0
    for (let i = 0; i < a.masses.length; i++)
      for (let j = 0; j < b.masses.length; j++)
        sum +=
          a.masses[i]! *
          b.masses[j]! *
          exp(-squaredDistance(a.positions[i]!, b.positions[j]!) / (2 * sigma * sigma))
    return sum
  }
  return Math.sqrt(mean(p, p) + mean(q, q) - 2 * mean(p, q))
}

test('of two points at distance d it is sqrt(2 - 2 exp(-d^2 / (2 sigma^2)))', () => {
  expect(kernelDiscrepancy(at(0, 0), at(3, 4), [5])).toBeCloseTo(0.887095643, 9)
  expect(kernelDiscrepancy(at(0), at(100), [1])).toBeCloseTo(Math.SQRT2, 15)
  expect(kernelDiscrepancy(at(0), at(100), [1, 2, 3])).toBeCloseTo(Math.sqrt(6), 15)
})

test('of near points nothing cancels: d / sigma', () => {
  expect(kernelDiscrepancy(at(0), at(1e-9), [1]) / 1e-9).toBeCloseTo(1, 12)
})

test('it is what the definition says, and blind to the order of points', () => {
  const next = random(4)
  for (let trial = 0; trial < 60; trial++) {
    const dimensions = [1, 2, 10][trial % 3]!
    const [p, q] = [cloud(next, 5, dimensions, true), cloud(next, 4, dimensions, false)]
    const reversed = {
      positions: Array.from(p.positions).toReversed(),
      masses: Array.from(p.masses).toReversed(),
    }
    for (const sigma of [0.3, 1, 4]) {
      const found = kernelDiscrepancy(p, q, [sigma])
      expect(found).toBeCloseTo(byDefinition(p, q, sigma), 10)
      expect(kernelDiscrepancy(reversed, q, [sigma])).toBeCloseTo(found, 12)
    }
    expect(kernelDiscrepancy(p, reversed, [1])).toBe(0)
  }
})

test('no detour is shorter', () => {
  const next = random(6)
  for (let trial = 0; trial < 60; trial++) {
    const [p, q, r] = [3, 4, 5].map((n) => cloud(next, n, 2, false))
    const way = (a: PointMasses, b: PointMasses) => kernelDiscrepancy(a, b, [0.5, 2])
    expect(way(p!, r!)).toBeLessThanOrEqual(way(p!, q!) + way(q!, r!) + 1e-12)
  }
})

test('refuses widths that are none, and what is no law', () => {
  expect(() => kernelDiscrepancy(at(0), at(1), [0])).toThrow('expected widths above 0, got 0')
  expect(() => kernelDiscrepancy(at(0), at(0, 1), [1])).toThrow(RangeError)
})
