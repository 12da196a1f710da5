import type { Measurement } from '@ganglion/core'
import { expect, test } from 'vitest'
import distanceTrace from './distance-trace.ts'

/** What is written at the last of some steps, of one generated point on its way. */
function traced(at: (step: number) => number, steps: number, every = 1): Measurement {
  let before: Measurement | undefined
  for (let step = 0; step <= steps; step += every)
    before = distanceTrace.number(
      {
        step,
        signals: {
          'target.positions': [0, 0],
          'target.masses': 1,
          'generator.positions': [0, at(step)],
          'generator.masses': 1,
        },
      },
      before,
    )
  return before!
}
const nearing = (step: number) => 1 - step / 100

test('arrives at 90 and stays', () => {
  expect(traced((step) => Math.max(0, nearing(step)), 200)).toEqual({
    distance: 0,
    firstWithin: 90,
    withinSince: 90,
  })
})

test('passes through and leaves: first stays, since is never', () => {
  expect(traced(nearing, 200)).toEqual({ distance: 1, firstWithin: 90, withinSince: NaN })
})

test('leaves and comes back: since is the return', () => {
  const bouncing = (step: number) => (step >= 120 && step < 150 ? 0.2 : Math.max(0, nearing(step)))
  expect(traced(bouncing, 200)).toEqual({ distance: 0, firstWithin: 90, withinSince: 150 })
})

test('never arrives', () => {
  expect(traced(() => 10, 50)).toEqual({ distance: 10, firstWithin: NaN, withinSince: NaN })
})

test('broken numbers end what lasts, and keep what was first', () => {
  const broken = (step: number) => (step === 150 ? NaN : 0)
  expect(traced(broken, 150)).toEqual({ distance: NaN, firstWithin: 0, withinSince: NaN })
  expect(traced(broken, 160)).toEqual({ distance: 0, firstWithin: 0, withinSince: 151 })
})

test('of what it is not told it knows nothing', () => {
  expect(traced(nearing, 96, 8)).toMatchObject({ firstWithin: 96 })
})

test('of several points the farthest counts', () => {
  const signals = {
    'target.positions': [0, 10],
    'target.masses': [0.5, 0.5],
    'generator.positions': [0.01, 0.02, 9.95, 10.3],
    'generator.masses': [0.25, 0.25, 0.25, 0.25],
  }
  const found = distanceTrace.number({ step: 7, signals })
  expect(found['distance']).toBeCloseTo(0.3, 14)
  expect(found['firstWithin']).toBeNaN()
})
