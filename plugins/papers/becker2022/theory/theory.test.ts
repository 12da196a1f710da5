import { expect, test } from 'vitest'
import { theoryClaims } from './claims.ts'
import { historyCritic, waveCritic } from './critic.ts'
import { dot, rational, rbf, waveKernel, type Kernel } from './kernel.ts'
import { linearised } from './linearised.ts'
import { play } from './play.ts'
import { chance, drawRegion, exponentOf, simulated } from './region.ts'
import { criticalRidge, drawRing, radiusOf, ringExponent } from './ring.ts'
import { growthExponent } from './spectral-radius.ts'

const printed = theoryClaims.filter(({ name }) => name.includes('as printed'))
const others = theoryClaims.filter((claim) => !printed.includes(claim))

test.each(others)('$name', ({ check, seed }) => {
  const finding = check(4, seed)
  expect(finding.counterexample).toBeUndefined()
  expect(finding.holds).toBe(true)
  expect(check(4, seed)).toEqual(finding)
})

test.each(printed)('$name: it is not so, and what holds instead is', ({ check, seed }) => {
  expect(check(8, seed)).toMatchObject({ holds: false, instead: { holds: true } })
})

test('at smoke scale a hundred systems and more are tried, but for what one counterexample refutes', () => {
  expect(printed).toHaveLength(2)
  for (const { draws } of others) expect(draws.smoke).toBeGreaterThanOrEqual(100)
})

const rows = (...matrix: number[][]): Float64Array[] => matrix.map((row) => Float64Array.from(row))

test('growth exponents: rotation, a defective eigenvalue, a nilpotent matrix', () => {
  expect(growthExponent(rows([0.6, -0.8], [0.8, 0.6]))).toBeCloseTo(0, 10)
  expect(growthExponent(rows([0.5, 1], [0, 0.5]))).toBeCloseTo(Math.log(0.5), 9)
  expect(growthExponent(rows([3, 0], [0, -4]))).toBeCloseTo(Math.log(4), 10)
  expect(growthExponent(rows([0, 1], [0, 0]))).toBe(-Infinity)
})

const waves = { weights: [0.7, 0.3], frequencies: [[1, 0.5] as const, [-0.4, 2] as const] }
const kernels: readonly Kernel[] = [rbf(0.7), rational(1.3), waveKernel(waves)]

test.each(kernels)('$name: its second derivative is that of its values', (kernel) => {
  const [r, h] = [[0.4, -0.3], 1e-4]
  const at = (a: number, b: number): number => kernel.value([r[0]! + a, r[1]! + b])
  const [[xx, xy], [yx]] = kernel.mixed(r) as [[number, number], [number, number]]
  expect(xx).toBeCloseTo(-(at(h, 0) - 2 * at(0, 0) + at(-h, 0)) / (h * h), 6)
  expect(xy).toBeCloseTo(-(at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h * h), 6)
  expect(yx).toBeCloseTo(xy, 15)
})

const rates = { critic: 0.1, points: 0.1, ridge: 0.5 }
const known = { truths: [{ at: [0, 0], mass: 1 }], masses: [1], rates, start: [0.3] }

test.each([
  ['history', () => historyCritic(rbf(0.7), known)],
  ['waves', () => waveCritic(waves, known)],
])('%s: slopes are those of values, and each step is equation 5', (_, make) => {
  const critic = make()
  const place = [0.4, -0.1]
  critic.learn([place])
  const x = [0.2, 0.3]
  const h = 1e-5
  const f = (a: number, b: number): number => critic.value([x[0]! + a, x[1]! + b])
  const slope = [...critic.slope(x)]
  expect(slope[0]).toBeCloseTo((f(h, 0) - f(-h, 0)) / (2 * h), 8)
  expect(slope[1]).toBeCloseTo((f(0, h) - f(0, -h)) / (2 * h), 8)
  const kernel = _ === 'history' ? rbf(0.7) : waveKernel(waves)
  const before = 0.3 * kernel.value(x)
  const change = kernel.value(x) - kernel.value([x[0]! - 0.4, x[1]! + 0.1]) - 0.5 * before
  expect(critic.value(x)).toBeCloseTo(before + 0.1 * change, 14)
})

test('a history that makes room loses nothing that counts', () => {
  const quick = { ...known, rates: { ...rates, critic: 1 } }
  const critic = historyCritic(rbf(0.7), quick)
  for (let k = 0; k < 500; k++) critic.learn([[k / 100, 0]])
  let expected = 0
  for (let k = 0; k < 500; k++) {
    expected = 0.5 * expected + rbf(0.7).value([2, 0]) - rbf(0.7).value([2 - k / 100, 0])
  }
  expect(critic.value([2, 0])).toBeCloseTo(expected, 13)
})

test('one step near an equilibrium is the linearised one', () => {
  const region = drawRegion(chance(1, 'test', 3), { points: 2, excess: -0.4, pace: 1 })
  const { kernel, truth, mass, masses, rates: own } = region
  const critic = historyCritic(kernel, {
    truths: [{ at: truth, mass }],
    masses,
    rates: own,
    start: [(mass - masses[0]! - masses[1]!) / own.ridge],
  })
  const off = [1e-6, -2e-6]
  const start = off.map((by) => truth.map((c, k) => (k === 0 ? c + by : c)))
  const points = masses.map((one) => ({ at: truth, mass: one }))
  const step = linearised({ kernel, truths: [{ at: truth, mass }], points, rates: own })
  let state = Float64Array.from([
    ...masses.flatMap(() => truth.map(() => 0)),
    ...off.flatMap((by) => truth.map((_, k) => (k === 0 ? by : 0))),
  ])
  for (let k = 0; k < 5; k++)
    state = Float64Array.from(step.map((row) => dot([...row], [...state])))
  const end = play(critic, start, masses, own, 5)
  const half = state.length / 2
  end.forEach((x, j) => expect(x[0]! - truth[0]!).toBeCloseTo(state[half + j * truth.length]!, 10))
})

test('a wrong sign of Delta is seen by all three answers', () => {
  const region = drawRegion(chance(2, 'test', 0), { points: 2, excess: 0.5, pace: 1 })
  const heavy = { ...region, masses: region.masses.map((one) => 4 * one) }
  const steps = (one: typeof region): number => Math.ceil(8 / Math.abs(exponentOf(one)))
  expect([exponentOf(region) < 0, exponentOf(heavy) < 0]).toEqual([true, false])
  expect(simulated(region, chance(2, 'play', 0), steps(region))).toBeLessThan(0.5)
  expect(simulated(heavy, chance(2, 'play', 0), steps(heavy))).toBeGreaterThan(2)
})

test('the critical lambda of a ring stands between stable and unstable', () => {
  const ring = drawRing(chance(3, 'test', 0), 3)
  const critical = criticalRidge(ring)
  expect(ringExponent(ring, 1.1 * critical)).toBeLessThan(0)
  expect(ringExponent(ring, 0.9 * critical)).toBeGreaterThan(0)
  const [p, q, u] = [ring.mass, ring.each, radiusOf(ring)]
  // The pull of the true point against the push of the two others.
  expect(p * Math.exp((-u * u) / 2)).toBeCloseTo(3 * q * Math.exp((-3 * u * u) / 2), 14)
})
