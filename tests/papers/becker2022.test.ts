import type { Scale } from '@ganglion/core'
import { buildPlan, layer, type Config } from '@ganglion/plan'
import { planSweep, playChunk, Tally } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const { presets } = await registry.papers.becker2022()

test.each(Object.entries(presets))('%s can be played', async (_, { config }) => {
  const plan = await buildPlan(await layer([config], registry), registry)
  expect(plan.config).toMatchObject({ generator: { plugin: 'points' }, steps: config['steps'] })
})

async function swept(preset: string, over: Config) {
  const plan = await planSweep(await layer([presets[preset]!.config, over], registry), registry)
  const tally = new Tally(plan)
  for (const chunk of plan.chunks) tally.add(await playChunk(plan, chunk))
  return { plan, summary: tally.summary() }
}

/** A few steps of two widths: the summary has its form, and each width its own room. */
const short = {
  steps: 20,
  every: 20,
  sweep: { trials: 6, groups: { sigma: { values: [2, 5] } } },
}

test.each([
  ['fig3-d10-features', { discriminator: { features: 8 } }],
  ['fig3-d2-exact', {}],
])(
  '%s: one entry of the summary for each width',
  async (preset, over) => {
    const { plan, summary } = await swept(preset, { ...short, ...over })
    expect(summary.map(({ group }) => group)).toEqual([{ sigma: 2 }, { sigma: 5 }])
    const told = ['diverged', 'group', 'paired', 'w2Ratio', 'w2SquaredRatio']
    for (const entry of summary) expect(Object.keys(entry).toSorted()).toEqual(told)
    expect(plan.groups.map(({ plan: one }) => one.config['discriminator'])).toMatchObject([
      { sigma: 2 },
      { sigma: 5 },
    ])
    for (const entry of summary) {
      const { median, low, high } = entry['w2Ratio'] as Record<'median' | 'low' | 'high', number>
      expect(median).toBeGreaterThan(0.9)
      expect(low).toBeLessThanOrEqual(median)
      expect(high).toBeGreaterThanOrEqual(median)
      expect(entry['w2SquaredRatio']).toHaveProperty('median')
      expect(entry['diverged']).toMatchObject({ count: 6 })
      expect(entry['paired']).toBeTypeOf('number')
    }
  },
  60_000,
)

test('the same at the scales that presets name', async () => {
  for (const name of ['fig3-d2-features', 'fig3-d10-exact']) {
    const { sweep } = presets[name]!.config as { sweep: { scales: Record<Scale, Config> } }
    expect(Object.keys(sweep.scales)).toEqual(['smoke', 'paper'])
  }
})
