import type { Finding, SystemsClaim, TheoryClaim } from '@ganglion/core'
import { laboratoryOf } from '@ganglion/stability'
import { prepare } from 'ganglion/prepare'
import { expect, test } from 'vitest'
import { agreement } from './agreement.ts'
import { theoryClaims } from './claims.ts'
import { historyCritic, waveCritic } from './critic.ts'
import { dot, rational, rbf, waveKernel, type Kernel } from './kernel.ts'
import { linearised } from './linearised.ts'
import { play } from './play.ts'
import { chance, drawRegion, exponentOf } from './region.ts'
import { criticalRidge, drawRing, radiusOf, ringExponent } from './ring.ts'
import { growthExponent } from './spectral-radius.ts'

const laboratory = laboratoryOf((config) => prepare(config))
const printed = theoryClaims.filter(({ name }) => name.includes('as printed'))
const others = theoryClaims.filter((claim) => !printed.includes(claim))

/** What a claim finds on so many cases. */
const found = async (
  { check, seed }: SystemsClaim | TheoryClaim,
  count: number,
): Promise<Finding> => check(count, seed, laboratory)

test.each(others.filter(({ kind }) => kind === 'theory'))('$name', async (claim) => {
  const finding = await found(claim, 4)
  expect(finding.counterexample).toBeUndefined()
  expect(finding.holds).toBe(true)
  expect(await found(claim, 4)).toEqual(finding)
})

test('at smoke scale a hundred systems and more are tried, but for what one counterexample refutes', () => {
  expect(printed).toHaveLength(2)
  for (const { draws } of others) expect(draws.smoke).toBeGreaterThanOrEqual(100)
})

test('the theorems about equilibria have their systems examined by the engine and its exact Jacobian', () => {
  const names = theoryClaims.filter(({ kind }) => kind === 'systems').map(({ name }) => name)
  for (const part of ['(a)', '(b)', '(c)', '(d)', 'corollary 1'])
    expect(names.some((name) => name.includes(part))).toBe(true)
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

test('a wrong prediction is seen: a region of too much mass that is called stable', async () => {
  const region = drawRegion(chance(2, 'test', 0), { points: 2, excess: 0.5, pace: 1 })
  const heavy = { ...region, masses: region.masses.map((one) => 4 * one) }
  expect([exponentOf(region) < 0, exponentOf(heavy) < 0]).toEqual([true, false])
  const judged = (one: typeof region): Promise<Finding> =>
    agreement('test', () => ({ region: one, stable: true }), { count: 2, seed: 1, laboratory })
  expect((await judged(region)).holds).toBe(true)
  const { holds, counterexample } = await judged(heavy)
  expect([holds, counterexample]).toEqual([false, expect.stringMatching(/times as far/)])
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
