import { createExperiment } from '@ganglion/engine'
import { buildPlan, type Config } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** One generated point at the origin, one true point at distance 10 (becker2022, Fig. 4), in the plane. */
const config = (discriminator: object): Config =>
  ({
    target: { kind: 'points', positions: [[10, 0]] },
    generator: { plugin: 'points', points: 1, dimensions: 2, positions: [[0, 0]], masses: [1] },
    discriminator: { plugin: 'kernel', lambda: 0.01, ...discriminator },
    objective: { plugin: 'mean-difference' },
    dynamics: { plugin: 'simultaneous', generatorRate: 1e-3, discriminatorRate: 1e-3 },
    metrics: [],
    detectors: [],
    steps: 20_000,
    every: 10,
  }) as Config

/** The first step that was looked at with the point within 0.1, and where it was at the end. */
async function distances(discriminator: object) {
  const live = createExperiment(await buildPlan(config(discriminator), registry))
  let first: number | null = null
  let last = NaN
  live.frames$.subscribe(({ step, signals }) => {
    const [x, y] = signals['generator.positions']!.numbers
    last = Math.hypot(x! - 10, y!)
    if (last <= 0.1) first ??= step
  })
  const { error } = await live.done
  if (error) throw error
  return { first, last }
}

test('sigma = 10: first within 0.1 near step 17 770', async () => {
  const { first } = await distances({ sigma: 10, capacity: 32 })
  expect(first).toBeGreaterThanOrEqual(17_760)
  expect(first).toBeLessThanOrEqual(17_780)
}, 300_000)

test('the sum of widths arrives before the widest and stays; the narrowest never moves', async () => {
  const sum = await distances({ sigma: 1, widths: 'decades', merging: 0.5, capacity: 128 })
  expect(sum.first).toBeLessThan(17_770)
  expect(sum.last).toBeLessThan(0.1)
  const narrow = await distances({ sigma: 0.1, capacity: 32 })
  expect(narrow).toEqual({ first: null, last: 10 })
}, 300_000)
