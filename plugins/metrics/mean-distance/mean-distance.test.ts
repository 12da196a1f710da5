import { expect, test } from 'vitest'
import meanDistance from './mean-distance.ts'

type Reading = number | readonly number[]
const measured = (means: Reading, weights: Reading, target: Reading, targetWeights = weights) =>
  meanDistance.number({
    step: 0,
    signals: {
      'generator.means': means,
      'generator.weights': weights,
      'target.means': target,
      'target.weights': targetWeights,
    },
  })['mean-distance']

test('the largest distance counts', () => {
  expect(measured([-0.25, 1.5], [0.5, 0.5], [-0.5, 0.5])).toBe(1)
})

test('equal weights make the order meaningless', () => {
  expect(measured([0.5, -0.5], [0.5, 0.5], [-0.5, 0.5])).toBe(0)
  expect(measured([0.5, -0.5], [0.25, 0.75], [-0.5, 0.5])).toBe(1)
})

test('a single mean may come as a number', () => {
  expect(measured(2, 1, -1)).toBe(3)
})

test('does not know what it was not told or cannot compare', () => {
  expect(meanDistance.number({ step: 0, signals: {} })).toEqual({ 'mean-distance': NaN })
  expect(
    meanDistance.number({ step: 0, signals: { 'generator.means': 0, 'target.means': 0 } }),
  ).toEqual({ 'mean-distance': NaN })
  expect(measured([0, 1], [0.5, 0.5], 0, 1)).toBeNaN()
  expect(measured([0, NaN], [0.5, 0.5], [0, 1])).toBeNaN()
})
