import { expect, test } from 'vitest'
import missedZeros from './missed-zeros.ts'

type Reading = number | readonly number[]
const signalsOf = (target: Reading, generated: Reading, weights: Reading, deviation = 1) => ({
  'target.means': target,
  'target.weights': weights,
  'target.deviation': 1,
  'generator.means': generated,
  'generator.weights': weights,
  'generator.deviation': deviation,
})
const measured = (...given: Parameters<typeof signalsOf>): unknown =>
  missedZeros.number({ step: 0, signals: signalsOf(...given) })['missed-zeros']

test('a pair of zeros left of all means is missed', () => {
  // Zeros at -6.12, -0.27 and 2.61; the search has cuts at -10, 0, 0.3, 0.5, 4 and 14.
  expect(measured([0, 0.5], [4, 0.3], [0.1, 0.9])).toBe(2)
})

test('zeros that each have a piece of their own are all found', () => {
  expect(measured([-2, 2], [-1, 2.5], [0.5, 0.5])).toBe(0)
  expect(measured(0, 3, 1)).toBe(0)
})

test('equal laws have no zeros to be missed', () => {
  expect(measured([-0.5, 0.5], [0.5, -0.5], [0.5, 0.5])).toBe(0)
})

test('it cannot tell of other deviations, of negative weights, or without any one of its signals', () => {
  expect(measured(0, 1, 1, 2)).toBeNaN()
  expect(measured([0, 1], [0, 2], [1.5, -0.5])).toBeNaN()
  const signals = signalsOf([0, 0.5], [4, 0.3], [0.1, 0.9])
  expect(Object.keys(signals)).toEqual(missedZeros.needs)
  for (const name of missedZeros.needs) {
    const rest = Object.fromEntries(Object.entries(signals).filter(([key]) => key !== name))
    expect(missedZeros.number({ step: 0, signals: rest })['missed-zeros']).toBeNaN()
    const broken = { ...signals, [name]: [NaN, 0] }
    expect(missedZeros.number({ step: 0, signals: broken })['missed-zeros']).toBeNaN()
  }
})
