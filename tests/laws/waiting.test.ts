import { defineMetric, type Critique } from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { delay, map, tap, type OperatorFunction } from 'rxjs'
import { expect, test } from 'vitest'
import { bitsOf, crowd, planOf, play } from './game.ts'

const plan = await planOf('fig1b', crowd, { steps: 12, every: 12 })

test('pausing, stepping and resuming while a wire has yet to answer changes no bit', async () => {
  const live = createExperiment(plan)
  await new Promise<void>((entered) =>
    live.wire('critique', (critiques) =>
      critiques.pipe(
        tap(() => entered()),
        delay(5),
      ),
    ),
  )
  live.controls.pause()
  live.controls.step()
  live.controls.step()
  live.controls.resume()
  live.controls.pause()
  live.controls.resume()
  const result = await live.done
  expect(result.error).toBeUndefined()
  expect(result.steps).toBe(12)
  expect(bitsOf(result.final, 0)).toBe(bitsOf((await play(plan)).final, 0))
})

test('a rate that is set while a wire has yet to answer waits for the end of the step', async () => {
  const straight = await play(await planOf('fig1b', crowd, { steps: 1, every: 1 }))
  const live = createExperiment(await planOf('fig1b', crowd, { steps: 1, every: 1 }))
  await new Promise<void>((entered) =>
    live.wire('critique', (critiques) =>
      critiques.pipe(
        tap(() => entered()),
        delay(20),
      ),
    ),
  )
  live.controls.set('dynamics.generatorRate', 0)
  expect(bitsOf((await live.done).final, 0)).toBe(bitsOf(straight.final, 0))
})

test('an operator that fails later ends the game, and the wire is named', async () => {
  const live = createExperiment(plan)
  const failing: OperatorFunction<Critique, Critique> = (critiques) =>
    critiques.pipe(
      delay(5),
      map(() => {
        throw new Error('cut')
      }),
    )
  live.wire('critique', failing)
  const { outcome, error } = await live.done
  expect(outcome).toBe('failed')
  expect(error).toMatchObject({ plugin: 'wire:critique', port: 'operator' })
})

test('a metric that throws at the very last frame fails the game', async () => {
  let calls = 0
  const number = (): { bad: number } => {
    if (++calls === 2) throw new Error('boom')
    return { bad: 1 }
  }
  const bad = defineMetric({ name: 'bad', source: 'none', needs: [], signals: ['bad'], number })
  const { outcome, error } = await createExperiment({
    ...plan,
    steps: 7,
    every: 5000,
    metrics: [bad],
  }).done
  expect(outcome).toBe('failed')
  expect(error).toMatchObject({ plugin: 'metric:bad', step: 7 })
})
