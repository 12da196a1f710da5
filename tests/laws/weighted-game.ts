import { exact, fast } from '@ganglion/kernels'
import type { Frame } from '@ganglion/core'
import type { Config } from '@ganglion/plan'
import { expect } from 'vitest'
import { bitsOf, crowd, planOf, play } from './game.ts'

/** Two components of uneven weight, and intervals that meet both. */
export const target = { weights: [0.1, 0.9], means: [-0.5, 0.5] }
export const given = { initial: 'given', weights: [0.1, 0.9] }
export const intervals = { left: [-1, 0.2], right: [-0.3, 1.5], initial: 'given' }

/** Numbers of one member under a signal. */
export const told = ({ signals, members }: Frame, name: string, member = 0): number[] => {
  const { cells, numbers } = signals[name]!
  return Array.from({ length: cells }, (_, c) => numbers[c * members + member]!)
}

/** The options of a weighted game, alone and together. */
export const options = {
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
/** Random starts of a game with weights, seen at its end. */
export const game = (members: number, ...over: Config[]) =>
  planOf(
    'fig1b',
    crowd,
    { target, generator: { weights: [0.1, 0.9] }, members, steps, every: steps },
    ...over,
  )

/** Plays members at once and each of them alone. */
export async function compare(members: number, over: Config): Promise<Frame> {
  const together = (await play(await game(members, over))).final
  const one = await game(1, over)
  for (let member = 0; member < members; member++) {
    const alone = await play(one, { firstMember: member })
    expect(bitsOf(alone.final, 0), `member ${member}`).toBe(bitsOf(together, member))
  }
  return together
}

/** Equal means of unequal weight stay equal bit for bit in the geometry of masses, on every machine, and only there. */
export async function expectEqualMeans(plugin: string): Promise<void> {
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
}
