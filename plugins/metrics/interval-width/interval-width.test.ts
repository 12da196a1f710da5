import { expect, test } from 'vitest'
import intervalWidth from './interval-width.ts'

type Reading = number | readonly number[]
const widths = (left: Reading, right: Reading, alive: Reading): unknown =>
  intervalWidth.number({
    step: 0,
    signals: {
      'discriminator.left': left,
      'discriminator.right': right,
      'discriminator.alive': alive,
    },
  })['interval-width']

test('a width per interval; the dead have none, infinite ends make it infinite', () => {
  expect(widths([-1, 0, -1e9, 1], [0.5, 3, 0, 1e9], [1, 0, 1, 1])).toEqual([
    1.5,
    0,
    Infinity,
    Infinity,
  ])
})

test('a single interval comes as numbers', () => {
  expect(widths(-1, 1, 1)).toEqual([2])
})

test('does not know what it was not told', () => {
  expect(intervalWidth.number({ step: 0, signals: {} })).toEqual({ 'interval-width': NaN })
  expect(
    intervalWidth.number({
      step: 0,
      signals: { 'discriminator.left': 0, 'discriminator.right': 1 },
    }),
  ).toEqual({ 'interval-width': NaN })
  expect(widths([0, NaN], [1, 1], [1, 1])).toEqual([1, NaN])
})
