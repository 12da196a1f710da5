import { expect, test } from 'vitest'
import { exchanged } from './exchanged.ts'

const target = { weights: [0.1, 0.9], means: [0, 0.5] }
const found = (means: number[], weights = [0.1, 0.9], gap = 0) =>
  exchanged(target, { means, weights }, gap, 1e-3)

test('a pair in each other’s place, with what it is matched with', () => {
  expect(found([0.9, 0.4])).toEqual({ generated: [1, 0], target: [0, 1] })
  expect(found([0.4, 0.9])).toBeNull()
  expect(found([0.4, 0.9], [0.9, 0.1])).toEqual({ generated: [0, 1], target: [0, 1] })
})

test('no order, no exchange', () => {
  expect(found([0.9, 0.4], [0.5, 0.5])).toBeNull()
  expect(found([0.4, 0.4])).toBeNull()
  expect(found([0.42, 0.4], [0.1, 0.9], 0.05)).toBeNull()
  expect(found([NaN, 0.4])).toBeNull()
  expect(found([0.9])).toBeNull()
  const one = { weights: [0.1, 0.9], means: [0, 0] }
  expect(exchanged(one, { weights: [0.1, 0.9], means: [1, 0] }, 0.05, 1e-3)).toBeNull()
})
