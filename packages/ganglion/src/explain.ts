import type { Plan } from '@ganglion/core'
import { buildPlan, knownKeysOf, layered, leaves, type Config } from '@ganglion/plan'
import { layersOf, registryFor, type Overrides } from './prepare.ts'

/** A value of a plan and where it comes from. */
export interface Explained {
  /** Null where nobody gives one and the plugin draws it: then `origin` begins with `unset`. */
  readonly value: unknown
  /** `flag --set`, `environment GANGLION_SEED`, `my.jsonc:4`, `preset li2017/fig1b`, `default of interval`, `built-in default`. */
  readonly origin: string
}

/**
 * Every value of the plan that `prepare` would make, by its path, with its origin. Overrides of the environment are
 * given by the name of their variable. Throws a ConfigError with all mistakes.
 */
export async function explain(
  target: string | Config,
  overrides: Overrides = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Map<string, Explained>> {
  const registry = await registryFor(target, overrides)
  const { layers, locate } = await layersOf(target, overrides, registry, environment)
  const { config, origins } = await layered(
    layers.map((one) => one.config),
    registry,
  )
  const plan = await buildPlan(config, registry).catch((error: unknown) => {
    throw locate(error)
  })
  const explained = new Map<string, Explained>()
  const kind = (config['target'] as Config)['kind']
  const settled = (path: string): string | null =>
    path.startsWith('target.') && kind !== (plan.config['target'] as Config)['kind']
      ? `settled from target.kind = ${String(kind)}, ${layers[origins.get('target.kind')!]!.origin('target.kind')}`
      : null
  const { plugins } = config
  const shown = plugins === undefined ? plan.config : { plugins, ...plan.config }
  for (const [path, value] of leaves(shown)) {
    const from = layers[origins.get(path) ?? -1]
    explained.set(path, {
      value,
      origin: from?.origin(path) ?? settled(path) ?? byDefault(plan.config, path),
    })
  }
  for (const [path, rule] of unset(plan)) {
    if (explained.has(path)) continue
    const from = layers[origins.get(path) ?? -1]
    const [section, key] = path.split('.') as [string, string]
    const value = from && (config[section] as Config)[key]
    explained.set(path, { value: value ?? null, origin: from?.origin(path) ?? rule })
  }
  const bySection = Map.groupBy(explained, ([path]) => path.split('.')[0])
  return new Map([...bySection.values()].flat())
}

/** What a section may hold and does not, with what happens then. */
function unset(plan: Plan): (readonly [path: string, rule: string])[] {
  return (['generator', 'discriminator'] as const).flatMap((section) => {
    const { plugin, options } = plan[section]
    const drawn = `unset: drawn with the seed by ${plugin.name}`
    const given = 'unset: what is given here begins as given, the rest as the plugin makes it'
    return knownKeysOf(plugin, options).map(
      (key) => [`${section}.${key}`, key === 'initial' ? given : drawn] as const,
    )
  })
}

/** What nobody wrote: the plugin of the section knows it, or else the program. */
function byDefault(config: Config, path: string): string {
  const [section, key] = path.split('.') as [string, string | undefined]
  const described = ['generator', 'discriminator', 'dynamics'].includes(section)
  if (!described || key === undefined || key === 'plugin') return 'built-in default'
  return `default of ${(config[section] as { plugin: string }).plugin}`
}
