import { expect, test } from 'vitest'
import { toldMixture } from './told-mixture.ts'

const told = (weights: number | readonly number[], means: number | readonly number[]) =>
  toldMixture(
    { step: 0, signals: { 'a.weights': weights, 'a.means': means, 'a.deviation': 1 } },
    'a',
  )

test('a law is told, of one component or more', () => {
  expect(told(1, 2)).toEqual({ kind: 'mixture', weights: [1], means: [2], deviation: 1 })
  expect(told([0.3, 0.3, 0.4], [1, 2, 3])?.weights).toEqual([0.3, 0.3, 0.4])
  expect(told([0, 1], [1, 2])).not.toBeNull()
})

test('weights of no law: below 0, or of another sum', () => {
  expect([told([-0.1, 1.1], [1, 2]), told([0.6, 0.6], [1, 2]), told(0, 1)]).toEqual([
    null,
    null,
    null,
  ])
})

test('numbers that lack or are not finite', () => {
  expect([told([0.5, 0.5], 1), told([NaN, 1], [1, 2]), told([0.5, 0.5], [1, Infinity])]).toEqual([
    null,
    null,
    null,
  ])
  expect(toldMixture({ step: 0, signals: {} }, 'a')).toBeNull()
})
