import { watch, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { convergence } from './convergence.ts'

const events = (distance: (step: number) => number, stride = 1) => {
  const watching = watch([convergence({ hold: 10 })], 1)
  return Array.from({ length: 40 }, (_, i): Observation => {
    const step = i * stride
    return { step, signals: { l1: distance(step) } }
  }).flatMap((observation) => watching.next(observation).events)
}

test('is reported once it has held, and dated back', () => {
  expect(events((step) => (step < 5 ? 1 : 0.05))).toMatchObject([
    { event: 'convergence', step: 15, since: 5, severity: 'info' },
  ])
})

test('is cleared at once', () => {
  expect(events((step) => (step < 20 ? 0.05 : 0.1))).toMatchObject([
    { type: 'event', since: 0 },
    { type: 'cleared', since: 20 },
  ])
})

test('a dip that is too short is none', () => {
  expect(events((step) => (step % 10 < 9 ? 0.05 : 1))).toEqual([])
})

test('counts steps, not frames', () => {
  expect(events(() => 0.05, 5)).toMatchObject([{ step: 10, since: 0 }])
})
