import { layer, type Config } from '@ganglion/plan'
import { planSweep, playChunk, Tally, type GroupSummary, type Rate } from '@ganglion/sweep'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** A method of Figure 3 on a grid of so many points a side, played in this thread. */
export async function figure3(
  method: string,
  count: number,
  trials: number,
): Promise<(region: string, criterion: string) => Rate> {
  const { presets } = await registry.papers.li2017()
  const sweep: Config = { cells: { generator: { means: { count } } }, trials }
  const { config } = presets[`fig3-${method}`]!
  const plan = await planSweep(await layer([config, { seed: 7, sweep }], registry), registry)
  const tally = new Tally(plan)
  for (const chunk of plan.chunks) tally.add(await playChunk(plan, chunk))
  const [entry] = tally.summary() as [GroupSummary]
  return (region, criterion) => (entry[region] as Record<string, Rate>)[criterion]!
}

/** Rates off the diagonal by an independent implementation, on 21 x 21 cells of 120 trials. */
export const known = { regular: 0.057, unrolled: 0.47, best: 1 } as const

/** Four standard errors of a rate over so many members. */
export const tolerance = (rate: number, members: number): number =>
  4 * Math.sqrt((rate * (1 - rate)) / members)
