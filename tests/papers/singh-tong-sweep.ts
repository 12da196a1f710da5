import type { SweptGroup } from '@ganglion/core'
import { layer, type Config } from '@ganglion/plan'
import { planSweep, playChunk, Tally } from '@ganglion/sweep'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** The groups of a heat map or of Figure 5, played in this thread. */
export async function swept(preset: string, over: Config = {}): Promise<readonly SweptGroup[]> {
  const { presets } = await registry.papers['singh-tong']()
  const { config } = presets[preset]!
  const plan = await planSweep(await layer([config, over], registry), registry)
  const tally = new Tally(plan)
  for (const chunk of plan.chunks) tally.add(await playChunk(plan, chunk))
  return tally.summary()
}

/** The mean rate of a region in a group; null for a region without starts. */
export function rate(group: SweptGroup, region: string): number | null {
  const found = group[region] as { readonly means: { readonly mean: number } } | null
  return found === null ? null : found.means.mean
}
