import { expect, test } from 'vitest'
import meanError from './mean-error.ts'

type Reading = number | readonly number[]
const measured = (target: Reading, generated: Reading) => {
  const signals = { 'target.means': target, 'generator.means': generated }
  return Object.values(meanError.number({ step: 0, signals }))
}

test('the largest error and the length of all of them', () => {
  expect(measured([0, 1], [3, -3])).toEqual([4, 5])
  expect(measured(2, 1.5)).toEqual([0.5, 0.5])
  expect(measured([1, 2], [1, 2])).toEqual([0, 0])
  expect(Number(measured([3e200, 0], [0, 4e200])[1]) / 5e200).toBeCloseTo(1, 14)
})

test('means that are exchanged are wrong, whatever their weights', () => {
  expect(measured([-0.5, 0.5], [0.5, -0.5])).toEqual([1, Math.SQRT2])
})

test('it cannot tell of other numbers of means, nor of none', () => {
  expect(measured([0, 1], [0])).toEqual([NaN, NaN])
  expect(meanError.number({ step: 0, signals: {} })['mean-error']).toBeNaN()
  expect(measured([0, NaN], [0, 1])).toEqual([NaN, NaN])
})
