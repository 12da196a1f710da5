/** Definitions by kind and name, each loaded when it is asked for. */
export type Registry = {
  readonly [kind: string]: { readonly [name: string]: () => Promise<unknown> }
}

/** A registry with more plugins laid over another's. */
export function extend(
  registry: Registry,
  more: readonly { readonly kind: string; readonly name: string }[],
): Registry {
  const extended: Record<string, Record<string, () => Promise<unknown>>> = {}
  for (const [kind, plugins] of Object.entries(registry)) extended[kind] = { ...plugins }
  for (const plugin of more) {
    const kind = plugin.kind === 'dynamics' ? 'dynamics' : `${plugin.kind}s`
    extended[kind] = { ...extended[kind], [plugin.name]: () => Promise.resolve(plugin) }
  }
  return extended
}
