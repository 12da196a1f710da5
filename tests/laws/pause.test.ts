import type { ExperimentState, Frame } from '@ganglion/core'
import { createExperiment, type LiveExperiment } from '@ganglion/engine'
import { expect, test } from 'vitest'
import { bitsOf, crowd, planOf, play } from './game.ts'

const members = 5
const plan = await planOf('fig1b', crowd, { members, steps: 400, every: 1 })

const reached = (live: LiveExperiment, wanted: ExperimentState): Promise<void> =>
  new Promise((resolve) => live.state$.subscribe((state) => state === wanted && resolve()))

test('pauses, single steps and resumes in between leave every bit as it was', async () => {
  const straight = await play(plan)
  const live = createExperiment(plan, { poison: true, paused: true })
  const seen: number[] = []
  live.frames$.subscribe(({ step }) => {
    seen.push(step)
    if (step === 100 || step === 250) live.controls.pause()
  })
  await reached(live, 'paused')
  live.controls.step(7)
  live.controls.step()
  expect(seen.at(-1)).toBe(8)
  live.controls.resume()
  for (const at of [100, 250]) {
    await reached(live, 'paused')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(seen.at(-1)).toBe(at)
    live.controls.step(3)
    expect(seen.at(-1)).toBe(at + 3)
    live.controls.resume()
  }
  const result = await live.done
  expect(result.steps).toBe(400)
  expect(seen).toEqual(Array.from({ length: 401 }, (_, step) => step))
  for (let m = 0; m < members; m++) expect(bitsOf(result.final, m)).toBe(bitsOf(straight.final, m))
})

test('a rate that changes while the game runs acts from the next step on', async () => {
  const live = createExperiment(plan)
  const frames: Frame[] = []
  live.frames$.subscribe((frame) => {
    frames.push(frame)
    if (frame.step === 50) live.controls.set('dynamics.generatorRate', 0)
    if (frame.step === 60) live.controls.set('dynamics.generatorRate', 0.2)
  })
  expect(() => live.controls.set('dynamics.nothing', 1)).toThrow(RangeError)
  await live.done
  const straight: Frame[] = []
  const other = createExperiment(plan)
  other.frames$.subscribe((frame) => straight.push(frame))
  await other.done
  const means = (frame: Frame): number[] => [...frame.signals['generator.means']!.numbers]
  for (let k = 0; k <= 50; k++) expect(means(frames[k]!)).toEqual(means(straight[k]!))
  for (let k = 51; k <= 60; k++) expect(means(frames[k]!)).toEqual(means(frames[50]!))
  expect(means(frames[61]!)).not.toEqual(means(frames[60]!))
})
