import { createExperiment } from '@ganglion/engine'
import { exact, fast } from '@ganglion/kernels'
import type { Frame } from '@ganglion/core'
import type { Config } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { bitsOf, crowd, planOf, play } from './game.ts'

const target = { weights: [0.1, 0.9], means: [-0.5, 0.5] }
const given = { initial: 'given', weights: [0.1, 0.9] }
const intervals = { left: [-1, 0.2], right: [-0.3, 1.5], initial: 'given' }

/** Numbers of one member under a signal. */
const told = ({ signals, members }: Frame, name: string, member = 0): number[] => {
  const { cells, numbers } = signals[name]!
  return Array.from({ length: cells }, (_, c) => numbers[c * members + member]!)
}

const options = {
  'weights learned freely': { generator: { learned: 'weights' } },
  'weights learned through logits': { generator: { learned: 'logits' } },
  'sorted means': { generator: { order: 'sorted' } },
  'geometry mass': { geometry: 'mass' },
  'mirrored, geometry mass, logits, sorted': {
    geometry: 'mass',
    mirrored: true,
    generator: { learned: 'logits', order: 'sorted' },
  },
  'geometry mass, unrolled': { geometry: 'mass', dynamics: { plugin: 'unrolled', steps: 2 } },
}

const steps = 12
const game = (members: number, ...over: Config[]) =>
  planOf(
    'fig1b',
    crowd,
    { target, generator: { weights: [0.1, 0.9] }, members, steps, every: steps },
    ...over,
  )

/** Plays members at once and each of them alone. */
async function compare(members: number, over: Config): Promise<Frame> {
  const together = (await play(await game(members, over))).final
  const one = await game(1, over)
  for (let member = 0; member < members; member++) {
    const alone = await play(one, { firstMember: member })
    expect(bitsOf(alone.final, 0), `member ${member}`).toBe(bitsOf(together, member))
  }
  return together
}

test.each(Object.entries(options))('%s: members at once are each alone', async (_, over) => {
  const together = await compare(21, over)
  const { final } = await play(await game(3))
  const means = (frame: Frame) => [0, 1, 2].map((m) => told(frame, 'generator.means', m))
  expect(means(final), 'the option changes nothing').not.toEqual(means(together))
})

test('1000 members = 1000 alone with all of it at once, bit for bit', async () => {
  await compare(1000, options['mirrored, geometry mass, logits, sorted'])
}, 120_000)

test.each(Object.keys(registry.dynamics))(
  '%s, geometry mass: equal means of unequal weight stay equal bit for bit, on every machine',
  async (plugin) => {
    const over = {
      target,
      generator: { ...given, means: [0.3, 0.3] },
      discriminator: intervals,
      steps: 200,
      every: 200,
      metrics: [],
      detectors: [],
      dynamics: { plugin },
    }
    // What is shaken by chance parts by chance.
    const still = plugin === 'noisy' ? [{ dynamics: { generatorNoiseRate: 0 } }] : []
    for (const backend of [exact, fast]) {
      const means = async (geometry: string) => {
        const plan = await planOf('fig1b', over, ...still, { geometry })
        return told((await play(plan, { backend })).final, 'generator.means')
      }
      const [[a, b], [c, d]] = [await means('mass'), await means('coordinate')]
      expect(a).not.toBe(0.3)
      expect(Object.is(a, b), `${a} and ${b}`).toBe(true)
      expect(c === d, 'plain rates part them').toBe(false)
    }
  },
  60_000,
)

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
