import { createExperiment, type ExperimentOptions } from '@ganglion/engine'
import type { Frame, Result } from '@ganglion/core'
import { buildPlan, layer, type Config } from '@ganglion/plan'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** A plan of li2017 with changes laid over it. */
export async function planOf(preset: 'fig1a' | 'fig1b' | 'fig1c' | 'fig1d', ...over: Config[]) {
  const paper = await registry.papers.li2017()
  return buildPlan(await layer([paper.presets[preset]!.config, ...over], registry), registry)
}

/** Random starts, nothing watched. */
export const crowd: Config = {
  generator: { initial: 'random' },
  discriminator: { initial: 'random' },
  metrics: [],
  detectors: [],
}

/** Plays a plan to its end. */
export async function play(
  plan: Awaited<ReturnType<typeof planOf>>,
  options?: ExperimentOptions,
): Promise<Result> {
  const result = await createExperiment(plan, options).done
  if (result.error) throw result.error
  return result
}

/** The state of one member, bit by bit: signals of the players by name. */
export function bitsOf({ signals, members }: Frame, member: number): string {
  const names = Object.keys(signals)
    .filter((name) => !name.startsWith('target.'))
    .sort()
  const values = names.map((name) => {
    const { cells, numbers } = signals[name]!
    const own = Float64Array.from({ length: cells }, (_, c) => numbers[c * members + member]!)
    return `${name}=${Buffer.from(own.buffer).toString('hex')}`
  })
  return values.join('\n')
}
