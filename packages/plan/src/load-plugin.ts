import { pathToFileURL } from 'node:url'
import type { Versioned } from '@ganglion/core'
import { mistakeText, moduleMistake } from './module-mistake.ts'
import { pluginFile, refusal, requireVersion } from './plugin-file.ts'

/** A plugin of somebody's own. */
export interface Loaded extends Versioned {
  readonly kind: string
  readonly name: string
}

/** A module of plugins: where it is, what it defines, and the options it exports for the conformance suite. */
export interface PluginModule {
  readonly file: string
  readonly plugins: readonly Loaded[]
  readonly conformance: Readonly<Record<string, unknown>>
}

/** The kinds of plugins. */
export const pluginKinds = [
  'generator',
  'discriminator',
  'dynamics',
  'objective',
  'regulariser',
  'optimizer',
  'metric',
  'detector',
  'paper',
] as const

/** What a plugin may be called: it stands in configurations, on the command line and in paths. */
export const pluginName = /^[a-z][a-z0-9-]{0,63}$/

/** The plugins at a path: the default export of a file, or of the main file of a folder; a list is several plugins. */
export async function loadPlugin(path: string): Promise<readonly Loaded[]> {
  return (await loadPluginModule(path)).plugins
}

/**
 * Loads the module of plugins at a path. Throws a MissingInputError when there is none, a ConfigError when it cannot be
 * loaded, exports something else or speaks another apiVersion.
 */
export async function loadPluginModule(path: string): Promise<PluginModule> {
  const file = pluginFile(path)
  const module = await (
    import(pathToFileURL(file).href) as Promise<{ default?: unknown; conformance?: unknown }>
  ).catch((cause: unknown) => {
    throw refusal(path, `it cannot be loaded: ${mistakeText(moduleMistake(file, cause))}`)
  })
  const given: unknown = module.default
  const plugins = Array.isArray(given) && given.length > 0 ? (given as unknown[]) : [given]
  return {
    file,
    plugins: plugins.map((plugin) => checked(path, plugin)),
    conformance: (module.conformance ?? {}) as Readonly<Record<string, unknown>>,
  }
}

function checked(path: string, given: unknown): Loaded {
  const plugin = (given ?? {}) as Partial<Loaded>
  if (typeof given !== 'object' || !(pluginKinds as readonly unknown[]).includes(plugin.kind)) {
    const expected = 'what defineDiscriminator(...) or another define function returns'
    const got = Array.isArray(given) ? 'an empty list' : typeof given
    throw refusal(
      path,
      `expected its default export to be ${expected}, or a list of them; got ${got}`,
    )
  }
  requireVersion(path, plugin.apiVersion)
  if (typeof plugin.name !== 'string' || !pluginName.test(plugin.name)) {
    const got = JSON.stringify(plugin.name) ?? 'nothing'
    const expected = 'a name of small letters, digits and -, like my-family, at most 64 long'
    throw refusal(path, `expected its ${plugin.kind} to have ${expected}; got ${got}`)
  }
  return plugin as Loaded
}
