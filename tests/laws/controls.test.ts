import type { Frame } from '@ganglion/core'
import { createExperiment, type LiveExperiment } from '@ganglion/engine'
import { expect, test } from 'vitest'
import { planOf } from './game.ts'

async function paused(): Promise<{ live: LiveExperiment; last: () => Frame }> {
  const live = createExperiment(await planOf('fig1b', { steps: 5000 }), { paused: true })
  let frame: Frame | null = null
  live.frames$.subscribe((f) => (frame = f))
  await new Promise<void>((resolve) =>
    live.state$.subscribe((state) => state === 'paused' && resolve()),
  )
  return { live, last: () => frame! }
}

const numbers = (frame: Frame, name: string): number[] => [...frame.signals[name]!.numbers]

test('paused stands still, step plays exactly so many', async () => {
  const { live, last } = await paused()
  expect(last().step).toBe(0)
  live.controls.step()
  expect(last().step).toBe(1)
  live.controls.step(4)
  expect(last().step).toBe(5)
  live.controls.stop()
  expect((await live.done).outcome).toBe('cancelled')
})

test('only one player moves when told so', async () => {
  const { live, last } = await paused()
  const before = last()
  live.controls.only('discriminator')
  live.controls.step(3)
  expect(numbers(last(), 'generator.means')).toEqual(numbers(before, 'generator.means'))
  expect(numbers(last(), 'discriminator.left')).not.toEqual(numbers(before, 'discriminator.left'))
  const between = last()
  live.controls.only('generator')
  live.controls.step(3)
  expect(numbers(last(), 'discriminator.left')).toEqual(numbers(between, 'discriminator.left'))
  expect(numbers(last(), 'generator.means')).not.toEqual(numbers(between, 'generator.means'))
  live.controls.stop()
  await live.done
})

test('options change between steps, unknown ones and numbers that are none are refused', async () => {
  const { live, last } = await paused()
  live.controls.set('dynamics.generatorRate', 0)
  const before = numbers(last(), 'generator.means')
  live.controls.step(5)
  expect(numbers(last(), 'generator.means')).toEqual(before)
  expect(() => live.controls.set('dynamics.generatorRat', 1)).toThrow(/dynamics\.generatorRate/)
  expect(() => live.controls.set('dynamics.generatorRate', NaN)).toThrow(RangeError)
  live.controls.stop()
  await live.done
})

test('options stay in the range that their plugin declares, in the words of the configuration', async () => {
  const { live, last } = await paused()
  const set = (path: string, value: number): void => live.controls.set(path, value)
  for (const value of [-3, 2000])
    expect(() => set('dynamics.generatorRate', value)).toThrow(
      new RangeError(`dynamics.generatorRate: expected a value between 0 and 1000, got ${value}`),
    )
  expect(() => set('generator.deviation', -1)).toThrow(
    new RangeError('generator.deviation: expected a value between 0.000001 and 1000000, got -1'),
  )
  for (const value of [0, 1000, 0.05]) set('dynamics.generatorRate', value)
  live.controls.step(2)
  expect(last().step).toBe(2)
  live.controls.stop()
  await live.done
})

test('laws of unequal deviations have no exact distance: the run goes on with NaN', async () => {
  const { live, last } = await paused()
  live.controls.step(2)
  expect(numbers(last(), 'total-variation').every(Number.isFinite)).toBe(true)
  live.controls.set('generator.deviation', 2)
  live.controls.step(200)
  for (const name of ['total-variation', 'l1']) expect(numbers(last(), name)).toEqual([NaN])
  expect(last().step).toBe(202)
  live.controls.stop()
  expect((await live.done).outcome).toBe('cancelled')
})

test('there is one actor a plugin; stopping one ends the game, naming it', async () => {
  const { live } = await paused()
  const ids = live.actors().map(({ id }) => id)
  expect(ids).toEqual([
    'generator:mixture',
    'discriminator:interval',
    'dynamics:simultaneous',
    'objective:mean-difference',
    'optimizer:sgd',
    ...['total-variation', 'l1', 'mean-distance', 'interval-width'].map((name) => `metric:${name}`),
    ...[
      'convergence',
      'mode-collapse',
      'oscillation',
      'divergence',
      'vanishing-gradient',
      'discriminator-collapse',
      'stall',
    ].map((name) => `detector:${name}`),
  ])
  expect(live.actors().every(({ alive }) => alive)).toBe(true)
  live.controls.stopActor('metric:l1')
  const { outcome, error } = await live.done
  expect(outcome).toBe('failed')
  expect(error!.plugin).toBe('metric:l1')
  expect(live.actors().find(({ id }) => id === 'metric:l1')!.alive).toBe(false)
})
