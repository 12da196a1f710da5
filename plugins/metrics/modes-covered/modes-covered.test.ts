import { expect, test } from 'vitest'
import modesCovered from './modes-covered.ts'

const quarter = [0.25, 0.25, 0.25, 0.25]
const measured = (generated: readonly number[]) =>
  modesCovered.number({
    step: 0,
    signals: {
      'target.positions': [1, 0, 0, 1, -1, 0, 0, -1],
      'target.masses': quarter,
      'generator.positions': generated,
      'generator.masses': quarter,
    },
  })

test('all on the ring; one upon its neighbour; one far away', () => {
  const all = { 'modes-covered': 4, paired: 0, diverged: 0 }
  expect(measured([1, 0, 0, 1, -1, 0, 0, -1])).toEqual(all)
  expect(measured([1, 0, 1, 0, -1, 0, 0, -1])).toEqual({ ...all, 'modes-covered': 3, paired: 1 })
  expect(measured([3, 0, 0, 1, -1, 0, 0, -1])).toEqual({
    ...all,
    'modes-covered': 3,
    diverged: 0.25,
  })
})

test('both of a pair must be within 0.5, and nearest to the same true point', () => {
  expect(measured([1.5, 0, 0.5, 0, -1, 0, 0, -1])['paired']).toBe(1)
  expect(measured([1.51, 0, 0.5, 0, -1, 0, 0, -1])['paired']).toBe(0)
  expect(measured([0.6, 0.3, 0.3, 0.6, -1, 0, 0, -1])['paired']).toBe(0)
})

test('exactly at 2 nothing has diverged', () => {
  expect(measured([2, 0, 0, 1, -1, 0, 0, -1])['diverged']).toBe(0)
})

test('it cannot tell of broken numbers', () => {
  expect(measured([NaN, 0, 0, 1, -1, 0, 0, -1])).toEqual({
    'modes-covered': NaN,
    paired: NaN,
    diverged: NaN,
  })
})
