import { ConfigError } from './problem.ts'

/** Definitions by kind and name, each loaded when it is asked for. */
export type Registry = {
  readonly [kind: string]: { readonly [name: string]: () => Promise<unknown> }
}

/** A definition as the registry files it. */
export interface Named {
  readonly kind: string
  readonly name: string
}

/** The shelf of the registry on which a kind stands. */
export function shelf(kind: string): string {
  return kind === 'dynamics' ? kind : `${kind}s`
}

/**
 * A registry with more plugins beside another's. Nothing is replaced: a name that another plugin of the kind has throws
 * a ConfigError; the same definition twice is one.
 */
export function extend(registry: Registry, more: readonly (Named | readonly Named[])[]): Registry {
  const extended: Record<string, Record<string, () => Promise<unknown>>> = {}
  for (const [kind, plugins] of Object.entries(registry)) extended[kind] = { ...plugins }
  for (const plugin of new Set(more.flat())) {
    const { kind, name } = plugin
    const named = (extended[shelf(kind)] ??= {})
    if (Object.hasOwn(named, name)) throw taken(plugin, registry)
    named[name] = () => Promise.resolve(plugin)
  }
  return extended
}

function taken({ kind, name }: Named, registry: Registry): ConfigError {
  const builtIn = Object.hasOwn(registry[shelf(kind)] ?? {}, name)
  const owner = builtIn ? `a built-in ${kind}` : `another ${kind} that was given`
  const message = `${owner} is called ${name} already: give yours another name, e.g. my-${name}`
  return new ConfigError([{ path: name, message }], 'plugin')
}
