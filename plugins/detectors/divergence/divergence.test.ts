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
