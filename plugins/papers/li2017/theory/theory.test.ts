import type { PlayedGame } from '@ganglion/core'
import { expect, test } from 'vitest'
import { theoryClaims } from './claims.ts'
import { intervalCollapse } from './interval-collapse.ts'
import { distanceOf, slopeOf, stepOf, type Pair } from './pair.ts'
import { singleGaussian } from './single-gaussian.ts'
import { theorem31 } from './theorem31.ts'

const plain = theoryClaims.filter((claim) => claim.kind === 'theory')

test.each(plain)('$name', ({ check, draws, seed }) => {
  const some = Math.min(draws.smoke, 200)
  const finding = check(some, seed)
  expect(finding.counterexample).toBeUndefined()
  expect(finding.holds).toBe(true)
  expect(check(some, seed)).toEqual(finding)
})

test('the slope is that of the distance', () => {
  const target: Pair = [-0.5, 0.5]
  for (const means of [
    [-1, 1.5],
    [0.1, 0.7],
    [-2, -1.5],
  ] as Pair[]) {
    const h = 1e-5
    const [a, b] = means
    const [da, db] = slopeOf(target, means)
    expect(da).toBeCloseTo(
      (distanceOf(target, [a + h, b]) - distanceOf(target, [a - h, b])) / (2 * h),
      8,
    )
    expect(db).toBeCloseTo(
      (distanceOf(target, [a, b + h]) - distanceOf(target, [a, b - h])) / (2 * h),
      8,
    )
  }
})

test('the lemmas need what they ask for: a rate that is too large leaves the box', () => {
  const far = (rate: number) => Math.max(...stepOf([-1, 1], [3, 4], rate).map(Math.abs))
  expect(far(0.1)).toBeLessThan(4)
  expect(far(1000)).toBeGreaterThan(4)
})

type Signals = Readonly<Record<string, number | readonly number[]>>
const game = (...signals: readonly Signals[]): PlayedGame => ({
  config: {},
  outcome: 'exhausted',
  frames: signals.map((one, step) => ({ step, signals: one })),
})

test('theorem 3.1 is refuted by a distance that stays, or is not told', () => {
  const end = (tv: number) => theorem31.judge([game({ 'total-variation': tv })]).holds
  expect([end(0.05), end(0.2), end(NaN)]).toEqual([true, false, false])
})

test('appendix C is refuted by a step away, and by standing still too far', () => {
  const path = (...means: number[]) =>
    singleGaussian.judge([
      game(...means.map((mean) => ({ 'generator.means': mean, 'target.means': 0 }))),
    ])
  expect(path(1, 0.5, 0.01, 0.03).holds).toBe(true)
  expect(path(1, 0.5, 0.6, 0.01).counterexample).toMatch(/^step 2 moves away/)
  expect(path(1, 0.5).counterexample).toMatch(/^distance 0.5 at the end/)
})

test('section 3.1 is refuted by an interval that lives, or lives again', () => {
  const lives = (alive: readonly number[], slope = 0) =>
    intervalCollapse.judge([
      game(...alive.map((one) => ({ 'discriminator.alive': one, 'gradient.generator': slope }))),
    ]).counterexample
  expect(lives([1, 1, 0])).toBeUndefined()
  expect(lives([1, 1])).toMatch(/^it lives in/)
  expect(lives([1, 0, 1, 0])).toMatch(/^it lives again/)
  expect(lives([1, 0], 0.1)).toMatch(/^dead, it moves/)
})

test('games are drawn, the same for the same seed', () => {
  for (const claim of theoryClaims) {
    if (claim.kind !== 'games') continue
    const games = claim.games(3, 7)
    expect(games).toEqual(claim.games(3, 7))
    expect(new Set(games.map((one) => JSON.stringify(one))).size).toBe(3)
  }
})
