import type { Config } from '@ganglion/plan'
import { planSweep, playChunk } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** Trials at two widths, each against a sphere of its own. */
const config: Config = {
  target: { kind: 'sphere', points: 3, dimensions: 3, draw: 'member' },
  generator: { plugin: 'points', points: 2, dimensions: 3 },
  discriminator: { plugin: 'features', features: 4, dimensions: 3 },
  dynamics: { plugin: 'alternating', generatorRate: 0.3, discriminatorRate: 0.3 },
  metrics: [],
  detectors: [],
  steps: 20,
  every: 20,
  seed: 3,
  sweep: {
    cells: { discriminator: { lambda: { from: 0.01, to: 0.01, count: 1 } } },
    groups: { discriminator: { sigma: [0.5, 2] } },
    trials: 6,
  },
}

const columnsOf = (table: Awaited<ReturnType<typeof playChunk>>) =>
  Object.fromEntries(table.columns.map(({ name, values }) => [name, [...values]]))

test('in a sweep: the same rows whatever the chunks and the ensembles; trials and widths differ', async () => {
  const plan = await planSweep(config, registry)
  const all = { group: 0, from: 0, to: 6 }
  const whole = columnsOf(await playChunk(plan, { ...plan.chunks[0]!, ...all }))
  const apart = columnsOf(await playChunk(plan, { ...plan.chunks[0]!, ...all }, { ensemble: 1 }))
  expect(apart).toEqual(whole)
  const tail = columnsOf(await playChunk(plan, { ...plan.chunks[0]!, ...all, from: 4 }))
  for (const [name, values] of Object.entries(tail)) expect(values).toEqual(whole[name]!.slice(4))
  const place = whole['generator.positions[0]']!
  expect(new Set(place).size).toBe(6)
  const wide = columnsOf(await playChunk(plan, { ...plan.chunks[0]!, ...all, group: 1 }))
  expect(wide['generator.positions[0]']).not.toEqual(place)
})

test('the target is in the hash of a sweep: another radius, another sweep', async () => {
  const target = { ...(config['target'] as Config), radius: 2 }
  const [one, other] = [
    await planSweep(config, registry),
    await planSweep({ ...config, target }, registry),
  ]
  expect(other.hash).not.toBe(one.hash)
})
