import { resolve } from 'node:path'
import { ConfigError, layer } from '@ganglion/plan'
import { planSweep, type Manifest, type SweepPlan } from '@ganglion/sweep'
import { layersOf, registryWith } from 'ganglion/prepare'
import type { SweepFlags } from './sweep-flags.ts'

/** A planned sweep and the paths of its plugins. */
export interface Planned {
  readonly plan: SweepPlan
  readonly plugins: readonly string[]
}

/** The sweep of a target with what is laid over it. Throws a ConfigError with everything that is wrong. */
export async function sweepOf(target: string, flags: SweepFlags): Promise<Planned> {
  const plugins = (flags.plugins ?? []).map((path) => resolve(path))
  const registry = await registryWith(plugins)
  const { layers, locate } = await layersOf(target, flags, registry)
  const config = await layer(
    layers.map((one) => one.config),
    registry,
  )
  try {
    return { plan: await planSweep(config, registry, flags.chunk), plugins }
  } catch (error) {
    throw locate(error)
  }
}

/** The sweep that a manifest describes. Throws a ConfigError when this program would make another one of it. */
export async function sweepAgain({
  name,
  config,
  plugins,
  chunkMembers,
  hash,
}: Manifest): Promise<Planned> {
  const plan = await planSweep(config, await registryWith(plugins), chunkMembers)
  if (plan.hash === hash) return { plan, plugins }
  throw new ConfigError([
    {
      path: name,
      message:
        'this version of Ganglion, or of its plugins, plans another sweep than the one that was begun: go on with the version that runs/*/manifest.json names',
    },
  ])
}
