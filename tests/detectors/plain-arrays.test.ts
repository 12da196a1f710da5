import type { GanglionEvent, Observation } from '@ganglion/core'
import { detect } from '@ganglion/engine'
import { exp, sin } from '@ganglion/numerics'
import { from, lastValueFrom, toArray } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { brief, detectors, watched } from './watched.ts'

const steps = 2000
const turn = 2 * Math.PI

/** Evenly spread numbers in [-1, 1), the same every time. */
function noise(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2147483648 - 1
  }
}

/** A run of two means half a unit to both sides of the value, with every signal that the detectors ask for. */
function run(value: (step: number) => number, distance: (x: number) => number = () => 0.5) {
  return Array.from({ length: steps }, (_, step): Observation => {
    const x = value(step)
    return {
      step,
      signals: {
        'generator.means': [x - 0.5, x + 0.5],
        'generator.weights': [0.5, 0.5],
        'target.means': [-0.5, 0.5],
        'target.weights': [0.5, 0.5],
        'gradient.generator': 0.1,
        'discriminator.alive': [1, 1],
        payoff: 1,
        l1: distance(x),
      },
    }
  })
}

const kinds = (events: readonly GanglionEvent[]) => [...new Set(events.map(({ event }) => event))]

/** The first finding of this kind began within a tenth of the truth. */
function onset(events: readonly GanglionEvent[], name: string, truth: number): void {
  const first = events.find(({ event, type }) => event === name && type === 'event')
  if (first?.type !== 'event') throw new Error(`no ${name} in ${brief(events).join(' ')}`)
  expect(first.since).toBeGreaterThanOrEqual(0.9 * truth)
  expect(first.since).toBeLessThanOrEqual(1.1 * truth)
}

describe('detectors on plain arrays', () => {
  test.for([0.01, 0.1, 0.3, 1, 3])('noise of width %d is nothing', (width) => {
    for (let seed = 1; seed <= 10; seed++) {
      const next = noise(seed)
      expect(watched(run(() => width * next())).events).toEqual([])
    }
  })

  test('a constant far from the target stalls', () => {
    const next = noise(3)
    const { events, outcome } = watched(run((step) => (step < 1000 ? next() / 10 : 0.3)))
    expect(kinds(events)).toEqual(['stall'])
    onset(events, 'stall', 1000)
    expect(outcome).toBe('stalled')
  })

  test('a constant at the target converges', () => {
    const { events, outcome } = watched(
      run(
        (step) => (step < 1000 ? 1 : 0),
        (x) => (x === 0 ? 0.01 : 0.6),
      ),
    )
    onset(events, 'convergence', 1000)
    expect(brief(events)).toEqual(['stall@201<1', '-stall@1000<1000', 'convergence@1050<1000'])
    expect(outcome).toBe('converged')
  })

  test.for([0.05, -0.05, 0.2, 3])('a ramp of %d a step diverges', (slope) => {
    const next = noise(4)
    const value = (step: number) => (step < 1000 ? next() / 100 : slope * (step - 1000))
    const { events, outcome } = watched(run(value))
    expect(kinds(events)).toEqual(['divergence'])
    onset(events, 'divergence', 1000)
    expect(outcome).toBe('diverged')
  })

  test('a ramp that levels off does not diverge', () => {
    expect(watched(run((step) => 9 * (1 - exp(-step / 200)))).events).toEqual([])
  })

  test.for([20, 50, 100, 300])('a steady sine of period %d oscillates', (period) => {
    const next = noise(5)
    const value = (step: number) =>
      step < 500 ? next() / 100 : sin((turn * (step - 500)) / period)
    const { events, outcome } = watched(run(value))
    expect(kinds(events)).toEqual(['oscillation'])
    onset(events, 'oscillation', 500 + period / 4)
    expect(outcome).toBe('oscillating')
    const [first] = events
    if (first?.type !== 'event') throw new Error('no finding')
    expect(first.evidence['period']).toBeCloseTo(period, -1)
    expect(first.evidence['amplitude']).toBeCloseTo(2, 1)
  })

  test('a sine under a twentieth of noise still oscillates', () => {
    const next = noise(6)
    const { events } = watched(run((step) => sin((turn * step) / 100) + next() / 20))
    expect(brief(events)).toHaveLength(1)
    expect(kinds(events)).toEqual(['oscillation'])
  })

  test('a sine that decays fast is nothing', () => {
    const { events } = watched(run((step) => exp(-step / 400) * sin((turn * step) / 100)))
    expect(events).toEqual([])
  })

  test('a sine that decays slowly is cleared', () => {
    const { events, outcome } = watched(run((step) => exp(-step / 400) * sin((turn * step) / 20)))
    expect(events.map(({ type, event }) => `${type} ${event}`)).toEqual([
      'event oscillation',
      'cleared oscillation',
    ])
    expect(outcome).toBe('exhausted')
  })

  test.for([20, 50, 100])('a growing sine of period %d oscillates', (period) => {
    const value = (step: number) => 0.01 * exp(step / 400) * sin((turn * step) / period)
    const { events } = watched(run(value))
    expect(kinds(events)).toEqual(['oscillation'])
    // From here on a swing goes from low to high by more than 0.3.
    const truth = Array.from({ length: steps }, (_, step) => step).findIndex(
      (step) => 0.02 * exp(step / 400) > 0.3,
    )
    onset(events, 'oscillation', truth)
  })

  test('every detector complains when half of its observations lack a signal', () => {
    const whole = run((step) => sin((turn * step) / 100))
    const halved = whole.map(({ step, signals }) => ({
      step,
      signals: step % 2 === 0 ? signals : { payoff: 1 },
    }))
    const { events } = watched(halved)
    const complaints = events.filter(({ type }) => type === 'insufficient-data')
    expect(complaints.map(({ detector }) => detector).toSorted()).toEqual(
      detectors()
        .map(({ name }) => name)
        .toSorted(),
    )
  })

  test('a stream of arrays needs no engine', async () => {
    const values = from(run((step) => sin((turn * step) / 100)))
    const events = await lastValueFrom(values.pipe(detect(...detectors()), toArray()))
    expect(kinds(events)).toEqual(['oscillation'])
  })
})
