import { watch, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { stall } from './stall.ts'

const events = (mean: (step: number) => number, l1: number) => {
  const watching = watch([stall({ hold: 10 })], 1)
  return Array.from({ length: 60 }, (_, step): Observation => ({
    step,
    signals: { 'generator.means': [mean(step), 3], l1 },
  })).flatMap((observation) => watching.next(observation).events)
}

test('the generator rests far from the target', () => {
  expect(events((step) => Math.min(step, 20), 0.27)).toMatchObject([
    { event: 'stall', step: 31, since: 21, severity: 'warning' },
  ])
})

test('rest at the target is no stall', () => {
  expect(events(() => 0, 0.05)).toEqual([])
})

test('a slow drift is no stall', () => {
  expect(events((step) => step * 1e-8, 0.27)).toEqual([])
})

test('is cleared when it moves again', () => {
  expect(events((step) => Math.max(step, 30), 0.27)).toMatchObject([
    { since: 1 },
    { type: 'cleared', since: 31 },
  ])
})
