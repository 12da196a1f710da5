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

test('means exchanged against the weights are no convergence, however small the distance', () => {
  const told = (means: readonly number[], weights: readonly number[], signals = {}) => {
    const watching = watch([convergence({ hold: 10 })], 1)
    return Array.from({ length: 40 }, (_, step): Observation => ({
      step,
      signals: {
        l1: 0.005,
        'generator.means': step < 30 ? means : [0, 0.5],
        'generator.weights': weights,
        'target.means': [0, 0.5],
        'target.weights': weights,
        ...signals,
      },
    })).flatMap((observation) => watching.next(observation).events)
  }
  expect(told([0.9, 0.4], [0.1, 0.9])).toMatchObject([])
  expect(told([0.05, 0.45], [0.1, 0.9])).toMatchObject([{ step: 10, since: 0 }])
  expect(told([0.45, 0.05], [0.5, 0.5])).toMatchObject([{ step: 10, since: 0 }])
  // The same law under other labels.
  expect(told([0.5, 0], [0.9, 0.1], { 'target.weights': [0.1, 0.9] })).toMatchObject([
    { type: 'event', since: 0 },
    { type: 'cleared', since: 30 },
  ])
})
