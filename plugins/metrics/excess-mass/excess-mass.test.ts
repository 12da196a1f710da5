import { expect, test } from 'vitest'
import excessMass from './excess-mass.ts'

const quarter = [0.25, 0.25, 0.25, 0.25]
const measured = (generated: readonly number[], masses: readonly number[]) =>
  excessMass.number({
    step: 0,
    signals: {
      'target.positions': [1, 0, 0, 1, -1, 0, 0, -1],
      'target.masses': quarter,
      'generator.positions': generated,
      'generator.masses': masses,
    },
  })['excess-mass']

test('nobody lacks anything where each has its own', () => {
  expect(measured([0, -0.9, 1.2, 0, 0, 1, -5, 0], quarter)).toEqual([0, 0, 0, 0])
})

test('two at the first, none at the second', () => {
  expect(measured([1, 0, 0.9, 0.1, -1, 0, 0, -1], quarter)).toEqual([-0.25, 0.25, 0, 0])
})

test('masses are weighed, and all together it is nothing', () => {
  expect(measured([1, 0.1, 0, 2], [0.875, 0.125])).toEqual([-0.625, 0.125, 0.25, 0.25])
})

test('of equally near ones the first counts', () => {
  expect(measured([0, 0], [1])).toEqual([-0.75, 0.25, 0.25, 0.25])
})

test('a list of as many NaN where it cannot tell', () => {
  expect(measured([NaN, 0], [1])).toEqual([NaN, NaN, NaN, NaN])
  expect(excessMass.number({ step: 0, signals: {} })).toEqual({ 'excess-mass': [NaN] })
})
