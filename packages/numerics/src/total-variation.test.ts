import { expect, test } from 'vitest'
import { positiveIntervals } from './intervals.ts'
import { mixtureDensity, mixtureMass, type Mixture } from './mixture.ts'
import { totalVariation } from './total-variation.ts'

const mixture = (means: number[], weights = means.map(() => 1 / means.length)): Mixture => ({
  weights,
  means,
  deviation: 1,
})

function pairs(count: number): [Mixture, Mixture][] {
  let state = 99
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647
  const random = (): Mixture => {
    const w = next()
    return mixture([6 * next() - 3, 6 * next() - 3], [w, 1 - w])
  }
  return Array.from({ length: count }, () => [random(), random()])
}

test('known distances', () => {
  expect(totalVariation(mixture([-2, 2]), mixture([-1, 2.5]))).toBeCloseTo(0.239663733, 9)
  expect(totalVariation(mixture([-0.5, 0.5]), mixture([0, 0]))).toBeCloseTo(0.0581, 4)
  expect(totalVariation(mixture([-50]), mixture([50]))).toBe(1)
  expect(totalVariation(mixture([1, 2]), mixture([2, 1]))).toBe(0)
})

test('it is half the integral of the absolute difference', () => {
  const n = 20_000
  for (const [target, generated] of pairs(50)) {
    let sum = 0
    for (let i = 0; i < n; i++) {
      const x = -12 + (24 * (i + 0.5)) / n
      sum += Math.abs(mixtureDensity(target, x) - mixtureDensity(generated, x))
    }
    expect(totalVariation(target, generated)).toBeCloseTo((12 * sum) / n, 6)
  }
})

test('it is symmetric, and does not change when both mixtures move', () => {
  for (const [target, generated] of pairs(500)) {
    const distance = totalVariation(target, generated)
    expect(totalVariation(generated, target)).toBeCloseTo(distance, 13)
    const move = (m: Mixture): Mixture =>
      mixture(
        Array.from(m.means, (x) => x - 7),
        Array.from(m.weights),
      )
    expect(totalVariation(move(target), move(generated))).toBeCloseTo(distance, 13)
  }
})

test('the positive intervals of both orders cover the line, and carry the distance', () => {
  for (const [target, generated] of pairs(500)) {
    const above = positiveIntervals(target, generated)
    const below = positiveIntervals(generated, target)
    const all = [...above, ...below].toSorted((a, b) => a.left - b.left)
    expect(all[0]?.left).toBe(-Infinity)
    expect(all.at(-1)?.right).toBe(Infinity)
    let mass = 0
    for (const { left, right } of above) {
      mass += mixtureMass(target, left, right) - mixtureMass(generated, left, right)
      const x = left === -Infinity ? right - 0.01 : right === Infinity ? left + 0.01 : NaN
      if (x === x) {
        const f = mixtureDensity(target, x) - mixtureDensity(generated, x)
        expect(f).toBeGreaterThan(-1e-4)
      }
    }
    expect(mass).toBeCloseTo(totalVariation(target, generated), 13)
  }
})

test('the positive intervals of equal mixtures and of two single components', () => {
  expect(positiveIntervals(mixture([1]), mixture([1]))).toEqual([])
  expect(positiveIntervals(mixture([-1]), mixture([1]))).toEqual([{ left: -Infinity, right: 0 }])
  expect(positiveIntervals(mixture([1]), mixture([-1]))).toEqual([{ left: 0, right: Infinity }])
})

test('it stays symmetric for components far apart, nearly equal, or of tiny weight', () => {
  let state = 4242
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647
  const random = (): Mixture => {
    const count = 1 + Math.floor(4 * next())
    const means = Array.from({ length: count }, () => (next() - 0.5) * 10 ** (14 * next() - 8))
    const least = next() < 0.3 ? 30 : 5
    const weights = means.map(() => 10 ** (-least * next()))
    const total = weights.reduce((sum, w) => sum + w, 0)
    return mixture(
      means,
      weights.map((w) => w / total),
    )
  }
  for (let i = 0; i < 50_000; i++) {
    const target = random()
    const generated = random()
    const distance = totalVariation(target, generated)
    const back = totalVariation(generated, target)
    // A missed or an invented zero would show as a mass counted on one side only.
    if (!(Math.abs(distance - back) <= 1e-13)) {
      expect.fail(JSON.stringify({ i, distance, back, target, generated }))
    }
  }
})
