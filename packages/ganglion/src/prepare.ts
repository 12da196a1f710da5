import { existsSync } from 'node:fs'
import {
  buildPlan,
  ConfigError,
  extend,
  layer,
  loadPlugin,
  MissingInputError,
  parseOverride,
  presetConfig,
  presetNames,
  readConfig,
  suggest,
  type Config,
  type ConfigFile,
  type Registry,
} from '@ganglion/plan'
import type { Plan } from '@ganglion/core'
import { registry as builtIn } from './registry.generated.ts'

/** What may be laid over a preset or configuration. */
export interface Overrides {
  /** `path=value`, as the command's `--set`. */
  readonly set?: readonly string[]
  readonly seed?: number
  readonly steps?: number
  readonly members?: number
  /** Files or folders of plugins of your own. */
  readonly plugins?: readonly string[]
}

/** Built-in plugins and those at the given paths. */
export async function registryWith(plugins: readonly string[] = []): Promise<Registry> {
  return extend(builtIn, await Promise.all(plugins.map(loadPlugin)))
}

/** The plan of a preset (`li2017/fig1b`), a configuration file or a configuration. Throws a ConfigError with all mistakes. */
export async function prepare(target: string | Config, overrides: Overrides = {}): Promise<Plan> {
  const registry = await registryWith(overrides.plugins)
  const { config, lineOf, name } = await read(target, registry)
  const preset =
    typeof config['preset'] === 'string'
      ? await presetConfig(config['preset'], registry, suggest)
      : null
  const merged = await layer([preset ?? {}, config, ...flags(overrides)], registry)
  try {
    return await buildPlan(merged, registry)
  } catch (error) {
    throw error instanceof ConfigError ? locate(error, lineOf, name) : error
  }
}

async function read(
  target: string | Config,
  registry: Registry,
): Promise<ConfigFile & { name?: string }> {
  const nowhere = { lineOf: () => undefined }
  if (typeof target !== 'string') return { config: target, ...nowhere }
  if (/\.(jsonc?|m?[jt]s)$/.test(target)) return { ...(await readConfig(target)), name: target }
  const preset = await presetConfig(target, registry, suggest)
  if (preset) return { config: preset, ...nowhere }
  if (existsSync(target))
    throw new MissingInputError(
      `${target}: expected a configuration file ending in .jsonc, .json or .ts`,
    )
  throw new ConfigError([
    {
      path: 'target',
      message: `no preset ${target}; ${suggest(target, await presetNames(registry))}`,
    },
  ])
}

function flags({ set = [], seed, steps, members }: Overrides): Config[] {
  const one = (text: string): Config => {
    try {
      return parseOverride(text)
    } catch (error) {
      throw new ConfigError([{ path: '--set', message: (error as Error).message }])
    }
  }
  const given = Object.entries({ seed, steps, members }).filter(([, value]) => value !== undefined)
  return [...set.map(one), Object.fromEntries(given)]
}

function locate(error: ConfigError, lineOf: ConfigFile['lineOf'], name?: string): ConfigError {
  if (name === undefined) return error
  const placed = error.problems.map((problem) => {
    const line = lineOf(problem.path)
    return line === undefined ? problem : { ...problem, line }
  })
  return new ConfigError(placed, name)
}
