import { createHash } from 'node:crypto'
import {
  isChoice,
  isRate,
  type Block,
  type ChosenPlayer,
  type DetectorDefinition,
  type Discriminator,
  type Dynamics,
  type Generator,
  type MeasureValues,
  type Metric,
  type Objective,
  type Optimizer,
  type Options,
  type Plan,
  type Rate,
  type Shape,
} from '@ganglion/core'
import { check } from './check.ts'
import { checkTarget } from './check-target.ts'
import { expand, forbiddenKeys, isRecord, merge, type Config } from './config.ts'
import { arraysOf, type Cast } from './plan-schema.ts'
import { ConfigError, firstOfEachPlace, type Problem } from './problem.ts'
import type { Registry } from './registry.ts'
import { suggest } from './suggest.ts'

const defaults: Config = {
  dynamics: { plugin: 'simultaneous' },
  objective: { plugin: 'mean-difference' },
  optimizer: { plugin: 'sgd' },
  steps: 5000,
  seed: 1,
  members: 1,
  every: 1,
}

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
      message: `expected the name of one of ${kind}, got ${got}; ${suggest(String(name), Object.keys(known))}`,
    })
    return null
  }
}

const pluginOf = (config: Config, section: string): unknown =>
  isRecord(config[section]) ? config[section]['plugin'] : config[section]

/** Makes a plan of a configuration: fills in defaults, checks everything at once, chooses plugins, hashes. */
export async function buildPlan(written: Config, registry: Registry): Promise<Plan> {
  const bad = forbiddenKeys(written)
  if (bad.length > 0)
    throw new ConfigError(bad.map((path) => ({ path, message: 'this key is refused' })))
  const config = withLists(merge(defaults, expand(written)), registry)
  const casting = new Casting(registry)
  const generator = await casting.load<Generator>(
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
  const metrics = await each(config['metrics'], (name, k) =>
    casting.load<Metric>('metrics', `metrics[${k}]`, name),
  )
  const detectors = await each(config['detectors'], (named, k) =>
    casting.load<DetectorDefinition>(
      'detectors',
      `detectors[${k}]`,
      isRecord(named) ? named['plugin'] : named,
    ),
  )
  const cast: Cast = { generator, discriminator, dynamics, detectors: {} }
  const problems = [
    ...casting.problems,
    ...check(config, cast),
    ...checkTarget(config['target']),
    ...lengths('generator', generator, config['generator']),
    ...lengths('discriminator', discriminator, config['discriminator']),
  ]
  const made = detectors.map((d, k) =>
    d ? create(d, (config['detectors'] as unknown[])[k], `detectors[${k}]`, problems) : null,
  )
  if (problems.length > 0 || !generator || !discriminator || !dynamics)
    throw new ConfigError(firstOfEachPlace(problems))
  const sections = {
    generator: config['generator'] as Config,
    discriminator: config['discriminator'] as Config,
  }
  const plan = {
    target: targetOf(config['target'] as Config),
    generator: chosenPlayer(generator, sections.generator),
    discriminator: chosenPlayer(discriminator, sections.discriminator),
    objective: objective!,
    optimizer: optimizer!,
    regularisers: [],
    dynamics: {
      plugin: dynamics,
      sizes: {},
      options: chosenOptions(dynamics.options, config['dynamics'] as Config),
    },
    metrics: metrics.filter((m) => m !== null),
    detectors: made.filter((d) => d !== null),
    steps: config['steps'] as number,
    seed: config['seed'] as number,
    members: config['members'] as number,
    every: config['every'] as number,
  }
  const resolved = resolve(config, plan)
  requireCapabilities(plan)
  return {
    ...plan,
    config: resolved,
    hash: createHash('sha256').update(canonical(resolved)).digest('hex'),
  }
}

function withLists(config: Config, registry: Registry): Config {
  return {
    metrics: Object.keys(registry['metrics'] ?? {}),
    detectors: Object.keys(registry['detectors'] ?? {}),
    ...config,
  }
}

async function each<T>(
  list: unknown,
  load: (item: unknown, k: number) => Promise<T>,
): Promise<T[]> {
  return Array.isArray(list) ? Promise.all(list.map(load)) : []
}

function create(
  definition: DetectorDefinition,
  written: unknown,
  path: string,
  problems: Problem[],
) {
  const { plugin: _, ...options } = isRecord(written) ? written : { plugin: written }
  try {
    return definition.create(options as Parameters<typeof definition.create>[0])
  } catch (error) {
    problems.push({ path, message: (error as Error).message })
    return null
  }
}

function chosenPlayer<P extends Generator | Discriminator>(
  plugin: P,
  section: Config,
): ChosenPlayer<P> {
  const random = section['initial'] === 'random'
  const trained = new Set(Object.keys(plugin.parameters(unitAxes(plugin))))
  const given: Record<string, readonly number[]> = {}
  for (const name of arraysOf(plugin)) {
    if (section[name] !== undefined && !(random && trained.has(name)))
      given[name] = [section[name]].flat(3) as number[]
  }
  return {
    plugin,
    sizes: sizesOf(plugin, section),
    options: chosenOptions(plugin.options ?? {}, section),
    given,
  }
}

function sizesOf(plugin: Generator | Discriminator, section: Config): Record<string, number> {
  return Object.fromEntries(
    Object.entries(plugin.sizes).map(([name, size]) => [
      name,
      (section[name] as number | undefined) ?? size,
    ]),
  )
}

function chosenOptions(options: Options, section: Config): Record<string, number | string> {
  const chosen = Object.entries(options).map(([name, option]) => {
    const otherwise = isChoice(option)
      ? option.choices[0]
      : typeof option === 'number'
        ? option
        : option.default
    return [name, (section[name] as number | string | undefined) ?? otherwise] as const
  })
  return Object.fromEntries(chosen)
}

const unitAxes = (plugin: Generator | Discriminator) =>
  Object.fromEntries(Object.keys(plugin.sizes).map((name) => [name, { name, size: 1 }]))

/** Lists that do not fit the sizes; what the schema refuses already is left to it. */
function lengths(
  path: string,
  plugin: Generator | Discriminator | null,
  section: unknown,
): Problem[] {
  if (!plugin || !isRecord(section)) return []
  const sizes = Object.values(sizesOf(plugin, section))
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) return []
  const axes = Object.fromEntries(
    Object.entries(sizesOf(plugin, section)).map(([name, size]) => [name, { name, size }]),
  )
  const trained = plugin.parameters(axes)
  const shapes: Record<string, Shape> = { ...trained, ...plugin.fixed?.(axes) }
  return Object.entries(shapes).flatMap(([name, shape]) => {
    if (section[name] === undefined) return []
    if (section['initial'] === 'random' && Object.hasOwn(trained, name)) return []
    const expected = shape.reduce<number>(
      (cells, extent) => cells * (typeof extent === 'number' ? extent : extent.size),
      1,
    )
    const got = [section[name]].flat(3).length
    if (got === expected) return []
    const extents = shape
      .map((extent) => (typeof extent === 'number' ? extent : `${extent.name} = ${extent.size}`))
      .join(' x ')
    return [
      { path: `${path}.${name}`, message: `expected ${expected} numbers (${extents}), got ${got}` },
    ]
  })
}

function targetOf(target: Config): MeasureValues {
  if (target['kind'] === 'points') {
    const positions = target['positions'] as number[][]
    return {
      kind: 'points',
      positions,
      masses:
        (target['masses'] as number[] | undefined) ?? positions.map(() => 1 / positions.length),
    }
  }
  const means = target['means'] as number[]
  return {
    kind: 'mixture',
    means,
    weights: (target['weights'] as number[] | undefined) ?? means.map(() => 1 / means.length),
    deviation: (target['deviation'] as number | undefined) ?? 1,
  }
}

function resolve(
  config: Config,
  plan: Pick<Plan, 'target' | 'generator' | 'discriminator' | 'dynamics'>,
): Config {
  const player = ({
    plugin,
    sizes,
    options,
    given,
  }: ChosenPlayer<{ readonly name: string }>): Config => ({
    plugin: plugin.name,
    ...sizes,
    ...options,
    ...given,
  })
  return {
    ...config,
    target: plan.target,
    generator: player(plan.generator),
    discriminator: player(plan.discriminator),
    dynamics: { plugin: plan.dynamics.plugin.name, ...plan.dynamics.options },
  }
}

/** A dynamics asks for capabilities, a discriminator has them or not: refused here, before any work. */
function requireCapabilities({
  dynamics,
  discriminator,
}: Pick<Plan, 'dynamics' | 'discriminator'>): void {
  const nothing: Block = { cells: 1, members: 0, layout: 'lanes', numbers: new Float64Array(0) }
  const settings = Object.entries(dynamics.options).map(
    ([name, value]): [string, Rate | number | string] => [
      name,
      isRate(name, dynamics.plugin.options)
        ? { type: 'rate', option: name, block: nothing }
        : value,
    ],
  )
  for (const need of dynamics.plugin.script(Object.fromEntries(settings)).needs ?? []) {
    if (discriminator.plugin[need]) continue
    const message = `dynamics ${dynamics.plugin.name} needs \`${need}\`, which discriminator ${discriminator.plugin.name} does not have; choose a discriminator with \`${need}\` or another dynamics`
    throw new ConfigError([{ path: 'dynamics', message }])
  }
}

/** JSON with sorted keys: equal plans, equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null'
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join()}}`
}
