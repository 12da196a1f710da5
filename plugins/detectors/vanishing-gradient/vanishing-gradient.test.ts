import { watch, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { vanishingGradient } from './vanishing-gradient.ts'

const events = (norm: (step: number) => number, l1: number) => {
  const watching = watch([vanishingGradient({ hold: 10 })], 1)
  return Array.from({ length: 60 }, (_, step): Observation => ({
    step,
    signals: { 'gradient.generator': norm(step), l1 },
  })).flatMap((observation) => watching.next(observation).events)
}

test('no gradient far from the target', () => {
  expect(events((step) => (step < 20 ? 1 : 0), 0.27)).toMatchObject([
    { event: 'vanishing-gradient', step: 30, since: 20, severity: 'error' },
  ])
})

test('no gradient at the target is as it should be', () => {
  expect(events(() => 0, 0.05)).toEqual([])
})

test('is cleared when the gradient comes back, not when it flickers', () => {
  const back = (step: number) => (step < 20 ? 0 : step < 30 ? 5e-6 : 1)
  expect(events(back, 0.27)).toMatchObject([{ since: 0 }, { type: 'cleared', since: 30 }])
})

test('asks for no distance when far is 0', () => {
  expect(vanishingGradient({ far: 0 }).needs).toEqual(['gradient.generator'])
})
