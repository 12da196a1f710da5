import { createExperiment } from '@ganglion/engine'
import type { Frame } from '@ganglion/core'
import { expect, test } from 'vitest'
import { crowd, planOf, play } from './game.ts'
import {
  compare,
  expectEqualMeans,
  game,
  given,
  intervals,
  options,
  target,
  told,
} from './weighted-game.ts'

test.each(Object.entries(options))('%s: members at once are each alone', async (_, over) => {
  const together = await compare(5, over)
  const { final } = await play(await game(3))
  const means = (frame: Frame) => [0, 1, 2].map((m) => told(frame, 'generator.means', m))
  expect(means(final), 'the option changes nothing').not.toEqual(means(together))
})

test('geometry mass: equal means of unequal weight stay equal', async () => {
  await expectEqualMeans('simultaneous')
})

test('logits at 0 begin where plain weights begin, and stay a law while free weights need not', async () => {
  const learning = (learned: string) =>
    planOf('fig1b', {
      target,
      generator: { ...given, means: [-1, 1], learned },
      discriminator: { ...intervals, crossing: 'none' },
      steps: 400,
      metrics: [],
      detectors: [],
      dynamics: { plugin: 'alternating' },
    })
  const frames = async (learned: string): Promise<Frame[]> => {
    const live = createExperiment(await learning(learned))
    const seen: Frame[] = []
    live.frames$.subscribe((frame) => seen.push(frame))
    expect((await live.done).error).toBeUndefined()
    return seen
  }
  const [means, weights, logits] = [
    await frames('means'),
    await frames('weights'),
    await frames('logits'),
  ]
  for (const all of [means, weights, logits]) {
    expect(told(all[0]!, 'generator.weights')).toEqual([0.1, 0.9])
    expect(told(all[0]!, 'payoff')).toEqual(told(means[0]!, 'payoff'))
  }
  const sums = (all: Frame[]) =>
    all.map((f) => told(f, 'generator.weights').reduce((x, y) => x + y))
  expect(told(means.at(-1)!, 'generator.weights')).toEqual([0.1, 0.9])
  expect(Math.max(...sums(weights).map((sum) => Math.abs(sum - 1)))).toBeGreaterThan(0.01)
  expect(Math.max(...sums(logits).map((sum) => Math.abs(sum - 1)))).toBeLessThan(1e-12)
  // A frame tells the weights of the law, which move, not those that the start gave.
  expect(told(logits.at(-1)!, 'generator.weights')).not.toEqual([0.1, 0.9])
})

test('sorted means are in order at the start and in every frame', async () => {
  const plan = await planOf('fig1b', crowd, {
    generator: { order: 'sorted' },
    members: 20,
    steps: 100,
    every: 1,
  })
  const live = createExperiment(plan)
  let [frames, disordered] = [0, 0]
  live.frames$.subscribe((frame) => {
    frames++
    for (let m = 0; m < 20; m++) {
      const [a, b] = told(frame, 'generator.means', m)
      if (a! > b!) disordered++
    }
  })
  await live.done
  expect([frames, disordered]).toEqual([101, 0])
})
