import { isAdjustable } from '@ganglion/core'
import type {
  Detector,
  DetectorDefinition,
  Discriminator,
  Dynamics,
  Generator,
  Metric,
  Objective,
  Optimizer,
} from '@ganglion/core'
import { isRecord, type Config } from './config.ts'
import type { Problem } from './problem.ts'
import type { Registry } from './registry.ts'
import { negotiate, type ToldKinds } from './negotiate.ts'
import { signalsFor } from './served.ts'
import { suggest } from './suggest.ts'

/** Loads what a configuration names; unknown names become problems. */
class Casting {
  readonly problems: Problem[] = []
  readonly #registry: Registry

  constructor(registry: Registry) {
    this.#registry = registry
  }

  async load<T>(kind: string, path: string, name: unknown): Promise<T | null> {
    const known = this.#registry[kind] ?? {}
    if (typeof name === 'string' && Object.hasOwn(known, name)) return (await known[name]!()) as T
    const got = name === undefined ? 'nothing' : JSON.stringify(name)
    this.problems.push({
      path,
      message: `expected the name of one of ${kind}, got ${got}; ${suggest(String(name), Object.keys(known))}; one of your own? add --plugin <folder>`,
    })
    return null
  }
}

const pluginOf = (config: Config, section: string): unknown =>
  isRecord(config[section]) ? config[section]['plugin'] : config[section]

/** The plugins that a configuration names; null where it names none that is known. */
export interface Troupe {
  readonly generator: Generator | null
  readonly discriminator: Discriminator | null
  readonly dynamics: Dynamics | null
  readonly objective: Objective | null
  readonly optimizer: Optimizer | null
  readonly metrics: readonly (Metric | null)[]
  readonly detectors: readonly (Detector | null)[]
  /** What the discriminator is told; the generator here answers so. */
  readonly kinds: ToldKinds
  /** Whether the generator answers with points that are drawn from its mixture. */
  readonly isDrawn: boolean
  readonly problems: readonly Problem[]
}

/** Loads all plugins of a configuration. */
export async function castPlugins(config: Config, registry: Registry): Promise<Troupe> {
  const casting = new Casting(registry)
  const written = await casting.load<Generator>(
    'generators',
    'generator',
    pluginOf(config, 'generator'),
  )
  const discriminator = await casting.load<Discriminator>(
    'discriminators',
    'discriminator',
    pluginOf(config, 'discriminator'),
  )
  const dynamics = await casting.load<Dynamics>(
    'dynamics',
    'dynamics',
    pluginOf(config, 'dynamics'),
  )
  const objective = await casting.load<Objective>(
    'objectives',
    'objective',
    pluginOf(config, 'objective'),
  )
  const optimizer = await casting.load<Optimizer>(
    'optimizers',
    'optimizer',
    pluginOf(config, 'optimizer'),
  )
  const { generator, kinds, isDrawn } = negotiate(config, written, discriminator, objective)
  const measured = await each(config['metrics'], (named, k) =>
    casting.load<Metric>('metrics', `metrics[${k}]`, isRecord(named) ? named['plugin'] : named),
  )
  const detectors = await each(config['detectors'], (named, k) =>
    casting.load<DetectorDefinition>(
      'detectors',
      `detectors[${k}]`,
      isRecord(named) ? named['plugin'] : named,
    ),
  )
  const problems = [...casting.problems]
  const metrics = measured.map((metric, k) => adjusted(metric, config, k, problems))
  const made = detectors.map((d, k) =>
    d ? create(d, settingsOf(d, config, k, kinds), `detectors[${k}]`, problems) : null,
  )
  return {
    generator,
    discriminator,
    dynamics,
    objective,
    optimizer,
    metrics,
    detectors: made,
    kinds,
    isDrawn,
    problems,
  }
}

async function each<T>(
  list: unknown,
  load: (item: unknown, k: number) => Promise<T>,
): Promise<T[]> {
  return Array.isArray(list) ? Promise.all(list.map(load)) : []
}

/** Options of a detector as they are written, over those that suit the laws. */
function settingsOf(
  definition: DetectorDefinition,
  config: Config,
  k: number,
  kinds: ToldKinds,
): Config {
  const given = (config['detectors'] as unknown[])[k]
  return { ...signalsFor(definition, kinds), ...(isRecord(given) ? given : {}) }
}

/** A metric with the options that are written for it. */
function adjusted(
  metric: Metric | null,
  config: Config,
  k: number,
  problems: Problem[],
): Metric | null {
  const given = (config['metrics'] as unknown[])[k]
  if (!metric || !isRecord(given)) return metric
  const { plugin: _, ...options } = given
  const path = `metrics[${k}]`
  if (!isAdjustable(metric)) {
    const [key] = Object.keys(options)
    if (key !== undefined)
      problems.push({ path, message: `metric ${metric.name} has no options, got ${key}` })
    return metric
  }
  try {
    return metric.with(options)
  } catch (error) {
    problems.push({ path, message: (error as Error).message })
    return null
  }
}

function create(
  definition: DetectorDefinition,
  written: Config,
  path: string,
  problems: Problem[],
) {
  const { plugin: _, ...options } = written
  try {
    return definition.create(options as Parameters<typeof definition.create>[0])
  } catch (error) {
    problems.push({ path, message: (error as Error).message })
    return null
  }
}
