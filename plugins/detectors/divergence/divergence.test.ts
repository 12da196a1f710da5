import { watch, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { divergence } from './divergence.ts'

const events = (signals: (step: number) => Observation['signals'], steps = 1000) => {
  const watching = watch([divergence()], 1)
  return Array.from({ length: steps }, (_, step) => ({ step, signals: signals(step) })).flatMap(
    (observation) => watching.next(observation).events,
  )
}

test('NaN anywhere in the generator, or in the payoff, at once', () => {
  const bad = (name: string, value: number) => (step: number) => ({
    'generator.means': [0, 1],
    [name]: step < 10 ? 1 : value,
  })
  for (const name of ['generator.weights', 'payoff']) {
    for (const value of [Number.NaN, Infinity]) {
      expect(events(bad(name, value))).toMatchObject([{ event: 'divergence', step: 10, since: 10 }])
    }
  }
})

test('NaN in the means themselves', () => {
  const signals = (step: number) => ({ 'generator.means': [0, step < 10 ? 1 : Number.NaN] })
  expect(events(signals)).toMatchObject([{ event: 'divergence', step: 10 }])
})

test('ends of intervals at infinity are of no concern', () => {
  const signals = { 'generator.means': [0, 1], 'discriminator.left': [-Infinity, 0], payoff: 1 }
  expect(events(() => signals)).toEqual([])
})

test('means beyond the bound', () => {
  expect(events((step) => ({ 'generator.means': [0, step < 10 ? 1 : -1001] }))).toMatchObject([
    { step: 10, since: 10, evidence: { size: 1001, bound: 1000 } },
  ])
})

test('a ramp, from where it began, but not towards a far target', () => {
  const ramp = (step: number) => [0, step < 100 ? 0 : (step - 100) / 20]
  expect(events((step) => ({ 'generator.means': ramp(step) }))).toMatchObject([{ since: 100 }])
  const signals = (step: number) => ({ 'generator.means': ramp(step), 'target.means': [-40, 40] })
  expect(events(signals)).toEqual([])
})

test('is cleared long after the return, once', () => {
  const outside = (step: number) => step >= 10 && step < 100 && step % 3 === 0
  const signals = (step: number) => ({ 'generator.means': [0, outside(step) ? 2000 : 1] })
  expect(events(signals)).toMatchObject([
    { type: 'event', since: 12 },
    { type: 'cleared', since: 99 },
  ])
})

const points = (at: (step: number) => readonly number[]) => (step: number) => ({
  'generator.positions': at(step),
  'generator.masses': [0.5, 0.5],
  'target.positions': [1, 0, -1, 0],
  'target.masses': [0.5, 0.5],
})
const first = (at: (step: number) => readonly number[], steps = 3000) => {
  const watching = watch([divergence({ signal: 'generator.positions' })], 1)
  for (let step = 0; step < steps; step++) {
    const [event] = watching.next({ step, signals: points(at)(step) }).events
    if (event?.type === 'event') return event
  }
  return null
}

test('a point that escapes in a straight line at constant speed, in the plane', () => {
  const event = first((step) => [1, 0, 0.006 * step, 1 + 0.008 * step])
  expect(event).toMatchObject({ evidence: { point: 1, escape: 1, doublings: 3 } })
  expect(event!.evidence['speed']).toBeCloseTo(0.01, 12)
  expect(event!.evidence['veer']).toBeLessThan(1e-9)
})

test('one that gathers speed, or turns, diverges without being an escape', () => {
  expect(first((step) => [1, 0, 0, 1 + step * step * 1e-5])).toMatchObject({
    evidence: { point: 1, escape: 0 },
  })
  const bend = (step: number) => [1, 0, 0.01 * step, 1e-5 * step * step]
  expect(first(bend)).toMatchObject({ evidence: { escape: 0 } })
})

test('growth of points counts from the extent of the true ones', () => {
  const wide = (step: number) => ({
    ...points(() => [1, 0, 0, 0.01 * step])(step),
    'target.positions': [50, 0, -50, 0],
  })
  const watching = watch([divergence({ signal: 'generator.positions' })], 1)
  for (let step = 0; step < 3000; step++)
    expect(watching.next({ step, signals: wide(step) }).events).toEqual([])
})

test('a mean that runs away on a line tells its speed', () => {
  const ramp = (step: number) => ({ 'generator.means': [0, step / 20] })
  expect(events(ramp)).toMatchObject([{ evidence: { point: 1, escape: 1 } }])
})

test('without masses points have no dimensions, and nothing is told of their speed', () => {
  const watching = watch([divergence({ signal: 'generator.positions' })], 1)
  const found = Array.from({ length: 2000 }, (_, step) =>
    watching.next({ step, signals: { 'generator.positions': [0, step / 20, 0, 0] } }),
  ).flatMap(({ events }) => events)
  expect(found).toHaveLength(1)
  expect(found[0]).not.toHaveProperty('evidence.speed')
})
