import type { Frame, Result } from '@ganglion/core'
import { expect, test } from 'vitest'
import { experiment, playPlan, type Run } from './experiment.ts'
import { prepare } from './prepare.ts'

const options = { steps: 60, seed: 3, set: ['discriminator.initial=random'] } as const

/** Resolves when a game rests. */
const paused = ({ state$ }: Run) =>
  new Promise<void>((resolve) => state$.subscribe((state) => state === 'paused' && resolve()))

/** Plays to the end, and keeps what was told. */
async function played(
  run: Run,
): Promise<{ readonly frames: readonly Frame[]; readonly result: Result }> {
  const frames: Frame[] = []
  run.frames$.subscribe((frame) => frames.push(frame))
  return { result: await run.done, frames }
}

test('a snapshot that was copied goes on to the end of the whole game, bit for bit', async () => {
  const whole = await played(experiment('li2017/fig1b', options))
  const first = experiment('li2017/fig1b', { ...options, paused: true })
  await paused(first)
  first.controls.step(25)
  const snapshot = structuredClone(first.snapshot())
  expect(snapshot.step).toBe(25)
  first.controls.stop()
  expect((await first.done).outcome).toBe('cancelled')

  const rest = await played(experiment('li2017/fig1b', { ...options, from: snapshot }))
  expect(rest.result).toEqual(whole.result)
  expect(rest.frames).toEqual(whole.frames.slice(26))
  const elsewhere = experiment('li2017/fig1b', { ...options, seed: 4, from: snapshot })
  await expect(elsewhere.done).rejects.toThrow(/belongs to another game: plan/)
})

test('where there is no moment between two steps there is no snapshot, and it says so', async () => {
  const run = experiment('li2017/fig1b', options)
  expect(() => run.snapshot()).toThrow(/before the game is prepared: .*wait for the state `paused`/)
  await run.done
  expect(() => run.snapshot()).toThrow(/after the end/)
})

test('a plan that was made before is played as it is', async () => {
  const plan = await prepare('li2017/fig1b', options)
  const run = playPlan(plan)
  expect(await run.plan).toBe(plan)
  expect(await played(run)).toEqual(await played(experiment('li2017/fig1b', options)))
})
