import { buildPlan, layered, leaves, type Config } from '@ganglion/plan'
import { layersOf, registryWith, type Overrides } from './prepare.ts'

/** A value of a plan and where it comes from. */
export interface Explained {
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
  const registry = await registryWith(overrides.plugins)
  const { layers, locate } = await layersOf(target, overrides, registry, environment)
  const { config, origins } = await layered(
    layers.map((one) => one.config),
    registry,
  )
  const plan = await buildPlan(config, registry).catch((error: unknown) => {
    throw locate(error)
  })
  const explained = new Map<string, Explained>()
  for (const [path, value] of leaves(plan.config)) {
    const from = layers[origins.get(path) ?? -1]
    explained.set(path, { value, origin: from?.origin(path) ?? byDefault(plan.config, path) })
  }
  return explained
}

/** What nobody wrote: the plugin of the section knows it, or else the program. */
function byDefault(config: Config, path: string): string {
  const [section, key] = path.split('.') as [string, string | undefined]
  const described = ['generator', 'discriminator', 'dynamics'].includes(section)
  if (!described || key === undefined || key === 'plugin') return 'built-in default'
  return `default of ${(config[section] as { plugin: string }).plugin}`
}
