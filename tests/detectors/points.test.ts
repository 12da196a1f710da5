import { watch, type GanglionEvent, type Observation } from '@ganglion/core'
import { log } from '@ganglion/numerics'
import { describe, expect, test } from 'vitest'
import { approximateModeCollapse } from '../../plugins/detectors/approximate-mode-collapse/approximate-mode-collapse.ts'
import { divergence } from '../../plugins/detectors/divergence/divergence.ts'
import { oscillation } from '../../plugins/detectors/oscillation/oscillation.ts'
import distanceTrace from '../../plugins/metrics/distance-trace/distance-trace.ts'
import excessMass from '../../plugins/metrics/excess-mass/excess-mass.ts'
import modesCovered from '../../plugins/metrics/modes-covered/modes-covered.ts'
import wasserstein from '../../plugins/metrics/wasserstein/wasserstein.ts'
import { playKernel, type KernelStart } from './points-kernel-game.ts'

/** Detectors for points; the games here are fast, so a fifth of the default is a long time. */
const detectors = () => [
  divergence({ signal: 'generator.positions' }),
  oscillation({ signal: 'generator.positions' }),
  approximateModeCollapse({ hold: 200 }),
]

function told(game: Iterable<Observation>) {
  const watching = watch(detectors(), 1)
  const events: GanglionEvent[] = []
  let last: Observation | undefined
  for (const observation of game) {
    events.push(...watching.next(observation).events)
    last = observation
  }
  return { events, outcome: watching.outcome(0), last: last! }
}

/** One point against one of equal mass. */
const alone = { target: [[0, 0]], targetMasses: [1], masses: [1], lambda: 0 }

describe('a point that escapes (theorem 3)', () => {
  const escaping: KernelStart = {
    ...alone,
    points: [[2, 0]],
    sigma: 0.3,
    rate: 0.02,
    // A perturbation: the place behind it was visited before.
    tilt: [[-0.02, [1.8, 0]]],
  }

  test('diverges at constant velocity p sqrt(eta eta)', () => {
    const { events, outcome } = told(playKernel(escaping, 800))
    expect(events).toMatchObject([{ event: 'divergence', evidence: { point: 0, escape: 1 } }])
    expect(outcome).toBe('diverged')
    const [event] = events
    if (event?.type !== 'event') throw new Error('no finding')
    expect(event.evidence['speed']! / 0.02).toBeCloseTo(1, 3)
  })

  test('one that is not pushed stays where it is', () => {
    expect(told(playKernel({ ...escaping, tilt: [] }, 300)).events).toEqual([])
  })
})

describe('two points of mass q about one of mass p (theorem 2)', () => {
  const pair: KernelStart = {
    target: [
      [0, 0],
      [5, 0],
    ],
    targetMasses: [0.5, 0.5],
    points: [
      [0.3, 0.05],
      [-0.3, 0],
    ],
    masses: [0.5, 0.5],
    sigma: 0.5,
    lambda: 1,
    rate: 0.05,
  }

  test('come to rest on a ring about it: approximate mode collapse', () => {
    const { events, outcome, last } = told(playKernel(pair, 500))
    expect(events).toMatchObject([
      { event: 'approximate-mode-collapse', evidence: { point: 0, held: 2, excess: -0.5 } },
    ])
    expect(outcome).toBe('collapsed')
    const radius = pair.sigma * Math.sqrt((2 / 3) * log(2))
    const at = last.signals['generator.positions'] as readonly number[]
    expect(Math.sqrt(at[0]! * at[0]! + at[1]! * at[1]!)).toBeCloseTo(radius, 3)
    expect(excessMass.number(last)).toEqual({ 'excess-mass': [-0.5, 0.5] })
    expect(modesCovered.number(last)).toEqual({ 'modes-covered': 1, paired: 1, diverged: 0 })
    expect(wasserstein.number(last)['w2']).toBeGreaterThan(3)
  })

  test('one at each true point is none', () => {
    const { events, last } = told(
      playKernel(
        {
          ...pair,
          points: [
            [0.3, 0],
            [5.2, 0],
          ],
        },
        500,
      ),
    )
    expect(events).toEqual([])
    expect(excessMass.number(last)).toEqual({ 'excess-mass': [0, 0] })
    expect(modesCovered.number(last)).toMatchObject({ 'modes-covered': 2, paired: 0 })
  })

  test('at too small a lambda they do not rest, and swing', () => {
    const { events } = told(playKernel({ ...pair, lambda: 0.5, rate: 0.1 }, 500))
    expect(events.map(({ event }) => event)).toEqual(['oscillation'])
  })
})

test('a wide kernel without memory loss: a point swings through the true one, of period 2 pi sigma / rate', () => {
  const { events, outcome } = told(
    playKernel({ ...alone, points: [[1, 1]], sigma: 20, rate: 1 }, 500),
  )
  expect(events).toMatchObject([{ event: 'oscillation', evidence: { point: 0, axis: 0 } }])
  expect(outcome).toBe('oscillating')
  const [event] = events
  if (event?.type !== 'event') throw new Error('no finding')
  expect(event.evidence['period']).toBeCloseTo(125.7, 0)
})

test('a point that is damped arrives, once and for good', () => {
  let before: ReturnType<typeof distanceTrace.number> | undefined
  const start = { ...alone, lambda: 2, points: [[1, 0]], sigma: 1, rate: 0.05 }
  const seen = [...playKernel(start, 600)].map((observation) => {
    before = distanceTrace.number(observation, before)
    return Number(before['distance'])
  })
  const first = seen.findIndex((distance) => distance <= 0.1)
  const since = seen.findLastIndex((distance) => distance > 0.1) + 1
  expect(first).toBeGreaterThan(0)
  expect(before).toMatchObject({ firstWithin: first, withinSince: since })
})
