import { Prototypes, type BlackBox } from '@ganglion/host'
import type { Registry } from '@ganglion/plan'
import { loadWatched, polluted, watchRegistry } from './load-watched.ts'
import { registryWith } from './prepare.ts'

/** A registry with strangers' plugins, and a look at what they have done to the thread. */
export interface ContainedRegistry {
  readonly registry: Registry
  /** Throws a PluginError when a plugin has replaced what is built in. */
  readonly check: () => void
}

/** Loads strangers' plugins in the thread that this is called in, and tells the black box where their code runs. */
export async function containedRegistry(
  plugins: readonly string[],
  box: BlackBox,
): Promise<ContainedRegistry> {
  const prototypes = new Prototypes()
  box.phase = 'loading'
  await loadWatched(plugins, box, prototypes)
  box.phase = 'preparing'
  const registry = watchRegistry(await registryWith(plugins), box)
  const check = (): void => {
    const changed = prototypes.changed()
    if (changed)
      throw polluted(box.suspect() ?? { plugin: 'plan', port: 'prepare', step: 0 }, changed)
  }
  check()
  return { registry, check }
}
