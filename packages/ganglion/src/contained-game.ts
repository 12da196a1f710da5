import type { Plan, Result } from '@ganglion/core'
import { createExperiment, type ExperimentOptions, type LiveExperiment } from '@ganglion/engine'
import { Prototypes, type BlackBox } from '@ganglion/host'
import type { Config } from '@ganglion/plan'
import { loadWatched, polluted, watchRegistry } from './load-watched.ts'
import { prepare, registryWith, type Overrides } from './prepare.ts'

/** A game inside of a contained thread. */
export interface ContainedGame {
  readonly plan: Plan
  /** Begins to play. Its `done` tells too when a plugin has replaced what is built in. */
  readonly begin: (options?: ExperimentOptions) => LiveExperiment
}

/**
 * Prepares a game with strangers' plugins in the thread that this is called in: tells the black box where plugin code
 * runs, guards the built-in prototypes, freezes what plugins are given. To be called once, in a thread of its own.
 */
export async function containedGame(
  target: string | Config,
  overrides: Overrides,
  box: BlackBox,
): Promise<ContainedGame> {
  const { plugins = [] } = overrides
  const prototypes = new Prototypes()
  box.phase = 'loading'
  await loadWatched(plugins, box, prototypes)
  box.phase = 'preparing'
  const registry = watchRegistry(await registryWith(plugins), box)
  const plan = await prepare(target, overrides, registry)
  refusePollution(prototypes, box)
  return {
    plan,
    begin: (options = {}) => {
      const live = createExperiment(plan, { ...options, trace: box, frozen: true })
      return guarded(live, prototypes, box)
    },
  }
}

function guarded(live: LiveExperiment, prototypes: Prototypes, box: BlackBox): LiveExperiment {
  live.state$.subscribe((state) => {
    if (state === 'running' || state === 'paused') box.phase = 'running'
  })
  const done = live.done.then((result): Result => {
    box.phase = 'running'
    try {
      refusePollution(prototypes, box)
      return result
    } catch (error) {
      const outcomes = result.outcomes.map(() => 'failed' as const)
      return {
        ...result,
        outcome: 'failed',
        outcomes,
        error: error as NonNullable<Result['error']>,
      }
    }
  })
  return { ...live, done }
}

function refusePollution(prototypes: Prototypes, box: BlackBox): void {
  const changed = prototypes.changed()
  if (changed)
    throw polluted(box.suspect() ?? { plugin: 'plan', port: 'prepare', step: 0 }, changed)
}
