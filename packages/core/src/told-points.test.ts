import { expect, test } from 'vitest'
import { toldBothPoints, toldPoints } from './told-points.ts'

const told = (positions: number | readonly number[], masses: number | readonly number[]) =>
  toldPoints(
    { step: 0, signals: { 'target.positions': positions, 'target.masses': masses } },
    'target',
  )

test('rows of as many coordinates as there are a mass', () => {
  expect(told([1, 2, 3, 4, 5, 6], [0.5, 0.5])).toEqual({
    kind: 'points',
    positions: [
      [1, 2, 3],
      [4, 5, 6],
    ],
    masses: [0.5, 0.5],
  })
  expect(told(3, 1)).toEqual({ kind: 'points', positions: [[3]], masses: [1] })
  expect(told([3, 4], 1)?.positions).toEqual([[3, 4]])
})

test('nothing where numbers lack, are broken, or are no law', () => {
  expect(toldPoints({ step: 0, signals: {} }, 'target')).toBeNull()
  expect(told([1, 2, 3], [0.5, 0.5])).toBeNull()
  expect(told([1, NaN], [0.5, 0.5])).toBeNull()
  expect(told([1, Infinity], [0.5, 0.5])).toBeNull()
  expect(told([1, 2], [0.5, 0.6])).toBeNull()
  expect(told([1, 2], [-0.5, 1.5])).toBeNull()
  expect(told([1, 2], [NaN, 1])).toBeNull()
  expect(told([], [])).toBeNull()
})

test('both, of as many dimensions', () => {
  const signals = { 'target.positions': [0, 1], 'target.masses': 1, 'generator.masses': [0.5, 0.5] }
  const both = (positions: readonly number[]) =>
    toldBothPoints({ step: 0, signals: { ...signals, 'generator.positions': positions } })
  expect(both([1, 2, 3, 4])?.generated.positions).toHaveLength(2)
  expect(both([1, 2])).toBeNull()
  expect(toldBothPoints({ step: 0, signals })).toBeNull()
})
