import { exp } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import mmd from './mmd.ts'

const measured = (target: readonly number[], generated: readonly number[]) =>
  mmd.number({
    step: 0,
    signals: {
      'target.positions': target,
      'target.masses': 1,
      'generator.positions': generated,
      'generator.masses': 1,
    },
  })

test('of two points at distance 5, by each width and by their sum', () => {
  const found = measured([0, 0], [3, 4])
  const squared = (sigma: number) => 2 - 2 * exp(-25 / (2 * sigma * sigma))
  expect(found['mmd-narrow']).toBeCloseTo(Math.sqrt(squared(0.1)), 14)
  expect(found['mmd-middle']).toBeCloseTo(Math.sqrt(squared(1)), 14)
  expect(found['mmd-wide']).toBeCloseTo(Math.sqrt(squared(10)), 14)
  expect(found['mmd']).toBeCloseTo(Math.sqrt(squared(0.1) + squared(1) + squared(10)), 14)
})

test('equal laws: 0', () => {
  expect(measured([1, 2, 3], [1, 2, 3])).toEqual({
    mmd: 0,
    'mmd-narrow': 0,
    'mmd-middle': 0,
    'mmd-wide': 0,
  })
})

test('it cannot tell without numbers', () => {
  expect(measured([0], [Infinity])['mmd']).toBeNaN()
  expect(measured([0, 1], [0])['mmd']).toBeNaN()
  expect(mmd.number({ step: 0, signals: {} })['mmd-wide']).toBeNaN()
})

const pair = {
  'target.positions': [0, 0],
  'target.masses': 1,
  'generator.positions': [3, 4],
  'generator.masses': 1,
}

test('widths and kernel of your own', () => {
  const made = mmd.with({ narrow: 5, kernel: 'laplacian' })
  expect(made.number({ step: 0, signals: pair })['mmd-narrow']).toBeCloseTo(
    Math.sqrt(2 - 2 * exp(-1)),
    14,
  )
  const other = mmd.with({ middle: 5, kernel: 'rational-quadratic' })
  expect(other.number({ step: 0, signals: pair })['mmd-middle']).toBeCloseTo(
    Math.sqrt(2 - 2 / 1.5),
    14,
  )
  expect(() => mmd.with({ narow: 5 })).toThrow("no option 'narow'; it has narrow")
  expect(() => mmd.with({ narrow: 0 })).toThrow("'narrow' must be a number from 0.000001")
  expect(() => mmd.with({ kernel: 'cauchy' })).toThrow("'kernel' must be one of rbf")
})

test("the discriminator's own width, each member's", () => {
  const own = mmd.with({ widths: 'discriminator' })
  expect(own.needs).toContain('discriminator.sigma')
  const signals = { ...pair, 'discriminator.sigma': 5 }
  const found = own.number({ step: 0, signals })
  expect(found['mmd-middle']).toBeCloseTo(Math.sqrt(2 - 2 * exp(-0.5)), 14)
  expect(found['mmd-wide']).toBeCloseTo(Math.sqrt(2 - 2 * exp(-0.005)), 14)
  expect(own.number({ step: 0, signals: pair })['mmd']).toBeNaN()
})

test('of more than 5000 points it is not told, so that no frame takes minutes', () => {
  const law = (count: number) => ({
    'target.positions': Array.from({ length: count }, (_, k) => k),
    'target.masses': Array.from({ length: count }, () => 1 / count),
    'generator.positions': [0],
    'generator.masses': 1,
  })
  expect(mmd.number({ step: 0, signals: law(5000) })['mmd']).toBeNaN()
  expect(mmd.number({ step: 0, signals: law(50) })['mmd']).toBeGreaterThan(0)
})
