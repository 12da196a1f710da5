import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import {
  buildPlan,
  ConfigError,
  extend,
  isConfigFile,
  layer,
  lengthen,
  loadPlugin,
  MissingInputError,
  parseOverride,
  presetConfig,
  presetNames,
  presets,
  readConfig,
  scaled,
  suggest,
  withShortNames,
  type Config,
  type ConfigFile,
  type Registry,
} from '@ganglion/plan'
import type { Plan } from '@ganglion/core'
import { located } from './located.ts'
import { pluginsNamed } from './plugins-named.ts'
import { registry as builtIn } from './registry.generated.ts'

/** What may be laid over a preset or configuration. */
export interface Overrides {
  /** `path=value`, as the command's `--set`. */
  readonly set?: readonly string[]
  readonly seed?: number
  readonly steps?: number
  readonly members?: number
  /** The word of one of the scales that the target's section `sweep` declares, e.g. `smoke`. */
  readonly scale?: string
  /** Files or folders of plugins of your own. */
  readonly plugins?: readonly string[]
}

/** Built-in plugins and those at the given paths. */
export async function registryWith(plugins: readonly string[] = []): Promise<Registry> {
  return extend(builtIn, await Promise.all(plugins.map(loadPlugin)))
}

/** Built-in plugins, those that a configuration names, and those laid over it. */
export async function registryFor(
  target: string | Config,
  { plugins = [] }: Pick<Overrides, 'plugins'>,
): Promise<Registry> {
  return registryWith([...(await pluginsNamed(target)), ...plugins])
}

/** One configuration of those that are laid over one another, and where it says what. */
export interface Layer {
  readonly config: Config
  readonly origin: (path: string) => string
  /** What a person wrote that laid it over the target; absent of the target and its preset. */
  readonly written?: (path: string) => string
}

/** Everything that a target and what is laid over it say, the lowest layer first. */
export interface Layers {
  readonly layers: readonly Layer[]
  /** Adds file and lines to mistakes, or the flag that made them. */
  readonly locate: (error: unknown) => unknown
}

/** The plan of a preset (`li2017/fig1b`), a configuration file or a configuration. Throws a ConfigError with all mistakes. */
export async function prepare(
  target: string | Config,
  overrides: Overrides = {},
  known?: Registry,
): Promise<Plan> {
  const registry = known ?? (await registryFor(target, overrides))
  const { layers, locate } = await layersOf(target, overrides, registry)
  const config = await layer(
    layers.map((one) => one.config),
    registry,
  )
  try {
    const plan = await buildPlan(config, registry)
    await refuse(plan)
    return plan
  } catch (error) {
    throw locate(error)
  }
}

/** A game that cannot work is a mistake of the configuration. The engine is loaded here, for who only reads layers. */
async function refuse(plan: Plan): Promise<void> {
  const { refuseImpossible } = await import('@ganglion/engine')
  try {
    refuseImpossible(plan)
  } catch (error) {
    const players = `${plan.generator.plugin.name} against ${plan.discriminator.plugin.name}`
    throw new ConfigError([{ path: 'game', message: `${players}: ${(error as Error).message}` }])
  }
}

/** The layers of a target: its preset, itself, the environment (overrides by the name of their variable), the flags. */
export async function layersOf(
  target: string | Config,
  overrides: Overrides,
  registry: Registry,
  environment: Readonly<Record<string, string>> = {},
): Promise<Layers> {
  const { config, lineOf, name } = await read(target, registry)
  const written = (path: string): string => {
    const line = lineOf(path)
    return `${name ?? 'configuration'}${line === undefined ? '' : `:${line}`}`
  }
  const isPreset = typeof target === 'string' && name === undefined
  const named = typeof config['preset'] === 'string' ? config['preset'] : null
  const preset = named === null ? null : await presetConfig(named, registry, suggest)
  const known = (await presets(registry))[named ?? (isPreset ? target : '')]
  const { short = {}, absent = {} } = known ?? {}
  const below = [
    ...(preset ? [{ config: preset, origin: () => `preset ${named}` }] : []),
    { config, origin: isPreset ? () => `preset ${target}` : written },
  ]
  const { scale } = overrides
  const sized =
    scale === undefined
      ? []
      : [
          {
            config: scaled(
              below.map((one) => one.config),
              scale,
            ),
            origin: () => `flag --scale ${scale}`,
            written: () => `--scale ${scale}`,
          },
        ]
  const variables = Object.entries(environment).map(([variable, text]) => ({
    config: override(text),
    origin: () => `environment ${variable}`,
    written: () => `environment ${variable}`,
  }))
  const layers = [...below, ...sized, ...variables, ...flags(overrides)].map((one: Layer) => ({
    ...one,
    config: lengthen(one.config, short),
  }))
  const laid = layers.flatMap(({ config: of, written: by }) =>
    by ? [{ config: of, written: by }] : [],
  )
  return {
    layers,
    locate: (error) =>
      error instanceof ConfigError
        ? located(withShortNames(error.problems, short, absent), laid, lineOf, name)
        : error,
  }
}

async function read(
  target: string | Config,
  registry: Registry,
): Promise<ConfigFile & { name?: string }> {
  const nowhere = { lineOf: () => undefined }
  if (typeof target !== 'string') return { config: target, ...nowhere }
  if (isConfigFile(target)) {
    const file = await readConfig(target)
    return { ...file, config: seenFrom(dirname(target), file.config), name: target }
  }
  const preset = await presetConfig(target, registry, suggest)
  if (preset) return { config: preset, ...nowhere }
  if (existsSync(target))
    throw new MissingInputError(
      `${target}: expected a configuration file ending in .jsonc, .json or .ts`,
    )
  const names = await presetNames(registry)
  const ofPaper = names.filter((name) => name.startsWith(`${target}/`))
  const next = ofPaper.length > 0 ? `its figures: ${ofPaper.join(', ')}` : suggest(target, names)
  throw new ConfigError([{ path: 'preset', message: `no preset ${target}; ${next}` }])
}

/** A configuration whose target names a file: seen from the configuration, as its plugins are. */
function seenFrom(folder: string, config: Config): Config {
  const target = config['target'] as Config | null | undefined
  const path = target?.['path']
  if (typeof path !== 'string' || path === '' || isAbsolute(path)) return config
  return { ...config, target: { ...target, path: join(folder, path) } }
}

function flags({ set = [], seed, steps, members }: Overrides): Layer[] {
  const given = Object.entries({ seed, steps, members }).filter(([, value]) => value !== undefined)
  return [
    ...set.map((text) => ({
      config: override(text),
      origin: () => 'flag --set',
      written: () => `--set ${text}`,
    })),
    {
      config: Object.fromEntries(given),
      origin: (path) => `flag --${path}`,
      written: (path) => `--${path}`,
    },
  ]
}

function override(text: string): Config {
  try {
    const config = parseOverride(text)
    if (config['plugins'] !== undefined)
      throw new RangeError(`--set ${text}: give a plugin by --plugin <path>`)
    return config
  } catch (error) {
    throw new ConfigError([{ path: '--set', message: (error as Error).message }])
  }
}
