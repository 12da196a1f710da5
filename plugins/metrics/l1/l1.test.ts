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
