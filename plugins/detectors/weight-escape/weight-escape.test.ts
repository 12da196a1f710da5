import { watch, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { weightEscape } from './weight-escape.ts'

const events = (weights: (step: number) => readonly number[]) => {
  const watching = watch([weightEscape({ release: 10 })], 1)
  return Array.from({ length: 80 }, (_, step): Observation => {
    return { step, signals: { 'generator.weights': weights(step) } }
  }).flatMap((observation) => watching.next(observation).events)
}

/** From 1/4 on, an eighth a step downwards, the other weight is the rest. */
const falling = (step: number) => [0.25 - step / 8, 0.75 + step / 8]

test('the first step outside, with component and weight', () => {
  expect(events((step) => (step < 3 ? falling(step) : [-0.25, 1.125]))).toMatchObject([
    {
      event: 'weight-escape',
      severity: 'error',
      step: 3,
      since: 3,
      evidence: { component: 0, weight: -0.25, margin: 1e-6 },
    },
  ])
})

test('above 1 as well, and weights need not sum to 1', () => {
  expect(events((step) => [0.25, 0.5 + step / 8])).toMatchObject([
    { step: 5, evidence: { component: 1, weight: 1.125 } },
  ])
})

test('0 and 1 themselves are inside, and so is rounding', () => {
  expect(events((step) => (step < 10 ? [0.5, 0.5] : [0, 1]))).toEqual([])
  expect(events((step) => (step < 10 ? [0.5, 0.5] : [-1e-9, 1 + 1e-9]))).toEqual([])
})

test('a weight that never changes is known, whatever it is', () => {
  expect(events(() => [-0.25, 1.25])).toEqual([])
  expect(events((step) => [-0.25, 0.5 + step / 1000])).toEqual([])
})

test('a learned weight that starts outside is told when it first moves', () => {
  expect(events((step) => [-0.25 - step / 8, 1.25 + step / 8])).toMatchObject([{ step: 1 }])
})

test('is told once, and cleared once all have long been inside', () => {
  const swinging = (step: number) => {
    const out = step >= 20 && step < 50 && step % 6 < 3
    return out ? [-0.1, 1.1] : [0.5 + step / 1000, 0.5 - step / 1000]
  }
  expect(events(swinging)).toMatchObject([
    { type: 'event', since: 20, step: 20 },
    { type: 'cleared', since: 49, step: 60 },
  ])
})
