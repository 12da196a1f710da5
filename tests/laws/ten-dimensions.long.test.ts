import { javascript } from '@ganglion/calculus'
import { createExperiment, type LiveExperiment } from '@ganglion/engine'
import type { Plan } from '@ganglion/core'
import { buildPlan, type Config } from '@ganglion/plan'
import { describe, expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { bitsOf, play } from './game.ts'

/** Discriminators of points in ten dimensions: their state of fixed length, and one that grows. */
const discriminators: Readonly<Record<string, Config>> = {
  features: { plugin: 'features', features: 7 },
  kernel: { plugin: 'kernel', capacity: 64, merging: 0.05 },
  'kernel, summed widths': { plugin: 'kernel', capacity: 256, widths: 'decades' },
  'kernel, a sum': { plugin: 'kernel', capacity: 64, kernel: 'rbf+laplacian' },
}
const steps = 24

const planOf = (discriminator: Config, over: Config = {}): Promise<Plan> =>
  buildPlan(
    {
      target: { kind: 'sphere', points: 3, dimensions: 10, draw: 'member' },
      generator: { plugin: 'points', points: 2, dimensions: 10 },
      discriminator: { ...discriminator, dimensions: 10, sigma: 0.8 },
      dynamics: { plugin: 'alternating', generatorRate: 0.3, discriminatorRate: 0.2 },
      metrics: ['wasserstein', 'modes-covered'],
      detectors: [{ plugin: 'divergence', bound: 5 }, 'approximate-mode-collapse', 'oscillation'],
      steps,
      every: 6,
      seed: 3,
      ...over,
    },
    registry,
  )

const paused = (live: LiveExperiment) =>
  new Promise<void>((resolve) => live.state$.subscribe((state) => state === 'paused' && resolve()))

describe.each(Object.entries(discriminators))('in ten dimensions, %s', (_, discriminator) => {
  test('five members at once are five alone, bit for bit, metrics too', async () => {
    const { final } = await play(await planOf(discriminator, { members: 5 }))
    const one = await planOf(discriminator)
    for (let member = 0; member < 5; member++) {
      const alone = await play(one, { firstMember: member })
      expect(bitsOf(alone.final, 0), `member ${member}`).toBe(bitsOf(final, member))
    }
    expect(bitsOf(final, 1)).not.toBe(bitsOf(final, 0))
  })

  test('a snapshot in the middle changes no bit', async () => {
    const plan = await planOf(discriminator, { members: 3 })
    const whole = await play(plan)
    const live = createExperiment(plan, { paused: true })
    await paused(live)
    live.controls.step(11)
    const rest = await play(plan, { from: structuredClone(live.snapshot()) })
    for (let m = 0; m < 3; m++) expect(bitsOf(rest.final, m)).toBe(bitsOf(whole.final, m))
  })

  test('kernels give the bits of the compiled programs', async () => {
    const plan = await planOf(discriminator, { members: 3 })
    const [built, compiled] = [await play(plan), await play(plan, { backend: javascript })]
    for (let m = 0; m < 3; m++) expect(bitsOf(built.final, m)).toBe(bitsOf(compiled.final, m))
  })
})
