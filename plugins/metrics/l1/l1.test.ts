import { normalCdf } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import l1 from './l1.ts'

const measured = (target: readonly number[], generated: readonly number[]): unknown => {
  const law = (owner: string, means: readonly number[]) => {
    const weights = means.map(() => 1 / means.length)
    const one = means.length === 1
    return {
      [`${owner}.means`]: one ? means[0]! : means,
      [`${owner}.weights`]: one ? weights[0]! : weights,
      [`${owner}.deviation`]: 1,
    }
  }
  const signals = { ...law('target', target), ...law('generator', generated) }
  return l1.number({ step: 0, signals })['l1']
}

test('of two normal laws at distance d it is 2 (2 Phi(d / 2) - 1)', () => {
  for (const d of [0.1, 1, 3])
    expect(measured([0], [d])).toBeCloseTo(2 * (2 * normalCdf(d / 2) - 1), 12)
})

test('of a law and itself it is 0, of laws far apart 2', () => {
  expect(measured([-0.5, 0.5], [-0.5, 0.5])).toBe(0)
  expect(measured([-0.5, 0.5], [0.5, -0.5])).toBeCloseTo(0, 14)
  expect(measured([-50, -40], [40, 50])).toBeCloseTo(2, 12)
})

test('of two modes collapsed into one between them it is 0.116', () => {
  expect(measured([-0.5, 0.5], [0, 0])).toBeCloseTo(0.116118, 5)
})

test('does not know what it was not told', () => {
  expect(l1.number({ step: 0, signals: {} })).toEqual({ l1: NaN })
  expect(measured([0], [NaN])).toBeNaN()
  expect(measured([], [0])).toBeNaN()
})

test('two separate modes, both missed: 0.479327466', () => {
  expect(measured([-2, 2], [-1, 2.5])).toBeCloseTo(0.479327466, 8)
})

test('it cannot tell of laws of different deviations, nor of one that is not positive', () => {
  const law = (owner: string, deviation: number) => ({
    [`${owner}.means`]: [-2, 2],
    [`${owner}.weights`]: [0.5, 0.5],
    [`${owner}.deviation`]: deviation,
  })
  const number = (target: number, generated: number) =>
    l1.number({
      step: 0,
      signals: { ...law('target', target), ...law('generator', generated) },
    })['l1']
  expect(number(1, 1)).toBe(0)
  expect(number(1, 2)).toBeNaN()
  expect(number(-1, -1)).toBeNaN()
  expect(number(0, 0)).toBeNaN()
})

test('it cannot tell without any one of the signals it needs, nor from one that is not finite', () => {
  const signals = {
    'target.means': [-2, 2],
    'target.weights': [0.5, 0.5],
    'target.deviation': 1,
    'generator.means': [-1, 2.5],
    'generator.weights': [0.5, 0.5],
    'generator.deviation': 1,
  }
  expect(Object.keys(signals)).toEqual(l1.needs)
  for (const name of l1.needs) {
    const rest = Object.fromEntries(Object.entries(signals).filter(([key]) => key !== name))
    expect(l1.number({ step: 0, signals: rest })['l1']).toBeNaN()
    const broken = { ...signals, [name]: [Infinity, 0] }
    expect(l1.number({ step: 0, signals: broken })['l1']).toBeNaN()
  }
})
