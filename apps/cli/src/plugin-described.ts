import { ConfigError, suggest, type Registry } from '@ganglion/plan'

/** What a plugin says of itself, as plain data; what its kind does not have is left out. */
export interface DescribedPlugin {
  /** Kind and name: `discriminators/kernel`. */
  readonly name: string
  readonly source?: string
  /** What a detector calls its finding. */
  readonly definition?: string
  /** Names of axes, and how long each is unless a configuration says so. */
  readonly sizes?: Readonly<Record<string, number>>
  readonly options?: Readonly<Record<string, DescribedOption>>
  /** Signals that it reads, and those that it writes. */
  readonly needs?: readonly string[]
  readonly signals?: readonly string[]
  /** Names of the presets of a paper. */
  readonly presets?: readonly string[]
}

/** An option: a number in its range, one of a few words, or the name of a signal. */
export interface DescribedOption {
  readonly default: number | string
  readonly min?: number
  readonly max?: number
  readonly choices?: readonly string[]
  readonly description?: string
}

type Declared = number | (Partial<DescribedOption> & { readonly choices?: readonly string[] })

/** What authors write that is read here; every kind has some of it. */
interface Loaded {
  readonly source?: string
  readonly reference?: string
  readonly definition?: string
  readonly sizes?: Readonly<Record<string, number>>
  readonly options?: Readonly<Record<string, Declared>>
  readonly needs?: readonly string[] | (() => readonly string[])
  readonly signals?: readonly string[]
  readonly presets?: Readonly<Record<string, unknown>>
}

/** The plugins of a name, or of kind and name (`discriminators/kernel`). Throws a ConfigError where there is none. */
export async function describedPlugins(
  wanted: string,
  registry: Registry,
): Promise<readonly DescribedPlugin[]> {
  const all = Object.entries(registry).flatMap(([kind, named]) =>
    Object.entries(named).map(([name, load]) => ({ name, path: `${kind}/${name}`, load })),
  )
  const found = all.filter(({ name, path }) => wanted === name || wanted === path)
  if (found.length === 0) {
    const known = all.map(({ name, path }) => (wanted.includes('/') ? path : name))
    const near = suggest(wanted, known)
    const meant = near.startsWith('did you mean') ? `${near} ` : ''
    const next = `${meant}\`ganglion plugin list\` tells all`
    throw new ConfigError(
      [{ path: 'plugin', message: `no plugin ${wanted}; ${next}` }],
      'plugin show',
    )
  }
  return Promise.all(found.map(async ({ path, load }) => described(path, (await load()) as Loaded)))
}

function described(name: string, plugin: Loaded): DescribedPlugin {
  const { definition, sizes, options, needs, signals, presets } = plugin
  const source = plugin.source ?? plugin.reference
  const parts: Omit<{ [Key in keyof DescribedPlugin]: DescribedPlugin[Key] | undefined }, 'name'> =
    {
      source,
      definition,
      sizes,
      options: options && mapped(options),
      needs: typeof needs === 'function' ? needs() : needs,
      signals,
      presets: presets && Object.keys(presets),
    }
  const told = Object.entries(parts).filter(([, part]) => part !== undefined)
  return { name, ...Object.fromEntries(told) }
}

function mapped(options: Readonly<Record<string, Declared>>): Record<string, DescribedOption> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      typeof option === 'number'
        ? { default: option }
        : { ...option, default: option.default ?? option.choices![0]! },
    ]),
  )
}
