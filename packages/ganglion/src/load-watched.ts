import { pathToFileURL } from 'node:url'
import { authorMistake, PluginError, type Trace } from '@ganglion/core'
import { guardPlugin } from '@ganglion/engine'
import type { BlackBox, Prototypes } from '@ganglion/host'
import { loadPlugin, pluginFile, type Registry } from '@ganglion/plan'

/**
 * Runs the modules of strangers' plugins under watch, one after the other. Refuses (ConfigError) what is no plugin, and
 * throws a PluginError at port `load` for a module that throws or changes what all code leans on.
 */
export async function loadWatched(
  paths: readonly string[],
  box: BlackBox,
  prototypes: Prototypes,
): Promise<void> {
  for (const path of paths) {
    const id = `plugin:${path}`
    box.distrust(id)
    box.enter(box.name(id), box.name('load'), 0)
    await run(path, id)
    const changed = prototypes.changed()
    if (changed) throw polluted({ plugin: id, port: 'load', step: 0 }, changed)
    for (const { kind, name } of await loadPlugin(path)) box.distrust(`${kind}:${name}`)
    box.leave()
  }
}

async function run(path: string, plugin: string): Promise<void> {
  const { href } = pathToFileURL(pluginFile(path))
  try {
    await import(href)
  } catch (cause) {
    // A module that cannot even begin is refused by `loadPlugin`, with the words for that.
    if (cannotBegin(cause)) return
    throw new PluginError({ plugin, port: 'load', step: 0 }, authorMistake(cause), cause)
  }
}

function cannotBegin(cause: unknown): boolean {
  const { code } = (cause ?? {}) as { code?: unknown }
  return cause instanceof SyntaxError || (typeof code === 'string' && code.startsWith('ERR_'))
}

/** A registry whose plugins are watched from the moment they are planned with. */
export function watchRegistry(registry: Registry, trace: Trace): Registry {
  const watched: Record<string, Record<string, () => Promise<unknown>>> = {}
  for (const [kind, plugins] of Object.entries(registry)) {
    watched[kind] = {}
    for (const [name, load] of Object.entries(plugins))
      watched[kind][name] = async () => {
        const plugin = (await load()) as { readonly kind: string; readonly name: string }
        return guardPlugin(plugin.kind, plugin, trace)
      }
  }
  return watched
}

/** The mistake of a plugin that replaces what is built in. */
export function polluted(
  where: { readonly plugin: string; readonly port: string; readonly step: number },
  changed: string,
): PluginError {
  const message = `it replaced ${changed}, on which all code in its thread leans; write a function of your own instead`
  return new PluginError(where, message)
}
