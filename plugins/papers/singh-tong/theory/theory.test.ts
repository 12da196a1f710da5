import { expect, test } from 'vitest'
import { alteredConverges } from './altered-converges.ts'
import { theoryClaims } from './claims.ts'
import { stepOf } from './law.ts'

const plain = theoryClaims.filter((claim) => claim.kind === 'theory')

test.each(plain)('$name', ({ check, draws, seed }) => {
  const some = Math.min(draws.smoke, 200)
  const finding = check(some, seed)
  expect(finding.counterexample).toBeUndefined()
  expect(finding.holds).toBe(true)
  expect(check(some, seed)).toEqual(finding)
})

const start = { weights: [0.1, 0.9], target: [0, 0.5], means: [1, 1.2], rate: 0.1 } as const

test('altered rates are plain ones divided by the weights', () => {
  const [a, b] = stepOf(start, 'plain')
  const [c, d] = stepOf(start, 'altered')
  expect(c - 1).toBeCloseTo((a - 1) / 0.1, 12)
  expect(d - 1.2).toBeCloseTo((b - 1.2) / 0.9, 12)
})

test('the lemmas need what they ask for: a long step leaves the box', () => {
  const far = (rate: number) =>
    Math.max(...stepOf({ ...start, target: [-1, 1], means: [3, 4], rate }, 'altered').map(Math.abs))
  expect(far(0.1)).toBeLessThan(4)
  expect(far(1000)).toBeGreaterThan(4)
})

test('that altered rates converge is refuted by one error, or none that is told', () => {
  const end = (error: number | undefined) =>
    alteredConverges.judge([
      {
        config: { target: 1, generator: 2 },
        outcome: 'exhausted',
        frames: [{ step: 1, signals: error === undefined ? {} : { 'mean-error': error } }],
      },
    ]).holds
  expect([end(0.05), end(0.2), end(undefined)]).toEqual([true, false, false])
  expect(alteredConverges.judge([]).holds).toBe(false)
})

test('games are drawn, the same for the same seed', () => {
  const games = alteredConverges.games(3, 7)
  expect(games).toEqual(alteredConverges.games(3, 7))
  expect(new Set(games.map((one) => JSON.stringify(one))).size).toBe(3)
})
