import type { Discriminator, Frame, Outcome, Plan } from '@ganglion/core'
import { expect, test } from 'vitest'
import { planOf, play } from './game.ts'

const members = 1000

/** What the last state alone says, by numbers that the detectors do not share. */
function judged({ signals }: Frame, m: number): Outcome {
  const at = (name: string, cell = 0): number => signals[name]!.numbers[cell * members + m]!
  const gap = Math.abs(at('generator.means', 0) - at('generator.means', 1))
  if (!Number.isFinite(gap) || Math.abs(at('generator.means')) > 1000) return 'diverged'
  if (at('l1') < 0.1) return 'converged'
  if (gap < 0.05) return 'collapsed'
  return at('gradient.generator') < 1e-6 ? 'stalled' : 'oscillating'
}

/** Means and intervals U(-3, 3), intervals sorted. */
async function randomStarts(): Promise<Plan> {
  const random = { generator: { initial: 'random' }, discriminator: { initial: 'random' } }
  const plan = await planOf('fig1a', random, { members, steps: 5000, every: 5 })
  const { plugin } = plan.discriminator
  const initial: Discriminator['initial'] = (draw) => {
    const ends = Array.from({ length: 4 }, () => draw.uniform(-3, 3)).sort((a, b) => a - b)
    return { left: [ends[0]!, ends[2]!], right: [ends[1]!, ends[3]!] }
  }
  return { ...plan, discriminator: { ...plan.discriminator, plugin: { ...plugin, initial } } }
}

test('1000 random starts: outcomes agree with the last states', async () => {
  const { outcomes, final } = await play(await randomStarts())
  expect(outcomes).toHaveLength(members)
  const disagreed = outcomes.flatMap((outcome, m) => {
    const other = judged(final, m)
    // A game that still moves without a steady swing has run out of steps.
    return outcome === other || (outcome === 'exhausted' && other === 'oscillating')
      ? []
      : [`${outcome} / ${other}`]
  })
  expect(disagreed.length / members, disagreed.join(', ')).toBeLessThanOrEqual(0.05)
  expect(new Set(outcomes).size).toBeGreaterThanOrEqual(4)
})
