import { createHash } from 'node:crypto'
import {
  isRate,
  type Block,
  type ChosenPlayer,
  type Geometry,
  type MeasureKind,
  type Plan,
  type Profile,
  type Rate,
} from '@ganglion/core'
import { castPlugins, type Troupe } from './cast-plugins.ts'
import { check } from './check.ts'
import { checkDimensions } from './check-dimensions.ts'
import { checkGeometry } from './check-geometry.ts'
import { checkTarget } from './check-target.ts'
import { chosenOptions, chosenPlayer, lengths } from './chosen.ts'
import { expand, forbiddenKeys, isRecord, merge, type Config } from './config.ts'
import type { ToldKinds } from './negotiate.ts'
import type { Cast } from './plan-schema.ts'
import { ConfigError, firstOfEachPlace, type Problem } from './problem.ts'
import { refusedBest } from './refused-best.ts'
import type { Registry } from './registry.ts'
import { servedBy } from './served.ts'
import { settleTarget, type SettledTarget } from './settle-target.ts'

/** What a configuration need not say. */
export const defaults: Config = {
  dynamics: { plugin: 'simultaneous' },
  objective: { plugin: 'mean-difference' },
  optimizer: { plugin: 'sgd' },
  steps: 5000,
  seed: 1,
  members: 1,
  every: 1,
  profile: 'exact',
  geometry: 'coordinate',
  mirrored: false,
}

/** Makes a plan of a configuration: fills in defaults, checks everything at once, chooses plugins, hashes. */
export async function buildPlan(written: Config, registry: Registry): Promise<Plan> {
  const bad = forbiddenKeys(written)
  if (bad.length > 0)
    throw new ConfigError(bad.map((path) => ({ path, message: 'this key is refused' })))
  const { config, troupe } = await watched(merge(defaults, expand(written)), registry)
  const { generator, discriminator, dynamics } = troupe
  const cast: Cast = { generator, discriminator, dynamics }
  const told = check(config, cast)
  const law = await settled(config, told, troupe.kinds.target)
  const problems = [
    ...troupe.problems,
    ...told,
    ...law.problems,
    ...(law.found ? checkDimensions(law.found.target, cast, config) : []),
    ...lengths('generator', generator, config['generator']),
    ...lengths('discriminator', discriminator, config['discriminator']),
  ]
  if (problems.length > 0 || !generator || !discriminator || !dynamics || !law.found)
    throw new ConfigError(firstOfEachPlace(problems))
  const sections = {
    generator: config['generator'] as Config,
    discriminator: config['discriminator'] as Config,
  }
  const plan = {
    target: law.found.target,
    ...(law.found.drawTarget ? { drawTarget: law.found.drawTarget } : {}),
    generator: chosenPlayer(generator, sections.generator),
    discriminator: chosenPlayer(discriminator, sections.discriminator),
    objective: troupe.objective!,
    optimizer: troupe.optimizer!,
    regularisers: [],
    dynamics: {
      plugin: dynamics,
      sizes: {},
      options: chosenOptions(dynamics.options, config['dynamics'] as Config),
    },
    metrics: troupe.metrics.filter((m) => m !== null),
    detectors: troupe.detectors.filter((d) => d !== null),
    steps: config['steps'] as number,
    seed: config['seed'] as number,
    members: config['members'] as number,
    every: config['every'] as number,
    profile: config['profile'] as Profile,
    geometry: config['geometry'] as Geometry,
    mirrored: config['mirrored'] as boolean,
  }
  const resolved = resolve({ ...config, target: law.found.section }, plan)
  requireCapabilities(plan, troupe.kinds)
  const empty = checkGeometry(plan, troupe.isDrawn)
  if (empty.length > 0) throw new ConfigError(empty)
  return {
    ...plan,
    config: resolved,
    hash: createHash('sha256').update(canonical(resolved)).digest('hex'),
  }
}

/** The law of a configuration, where the schema lets it be one; else what is wrong with it. */
async function settled(
  { target, seed }: Config,
  told: readonly Problem[],
  kind: MeasureKind,
): Promise<{ readonly found: SettledTarget | null; readonly problems: readonly Problem[] }> {
  if (!isRecord(target)) return { found: null, problems: [] }
  const refused = told.some(({ path }) => path === 'seed' || /^target\b/.test(path))
  if (refused) return { found: null, problems: checkTarget(target) }
  const found = await settleTarget(target, seed as number, kind)
  return 'target' in found ? { found, problems: [] } : { found: null, problems: found }
}

function resolve(
  config: Config,
  plan: Pick<Plan, 'generator' | 'discriminator' | 'dynamics'>,
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
  // Where plugins stand is no part of the game that they play.
  const { sweep: _, plugins: __, ...rest } = config
  return {
    ...rest,
    generator: player(plan.generator),
    discriminator: player(plan.discriminator),
    dynamics: { plugin: plan.dynamics.plugin.name, ...plan.dynamics.options },
  }
}

/** A dynamics asks for capabilities, a discriminator has them or not: refused here, before any work. */
function requireCapabilities(
  { target, dynamics, discriminator }: Pick<Plan, 'target' | 'dynamics' | 'discriminator'>,
  kinds: ToldKinds,
): void {
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
    if (discriminator.plugin[need]) {
      const space = target.kind === 'points' ? target.positions[0]!.length : 1
      const problem = refusedBest(dynamics.plugin.name, discriminator, kinds, space)
      if (problem) throw new ConfigError([problem])
      continue
    }
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

/** Where nothing is named everything is watched that these laws tell. */
async function watched(
  config: Config,
  registry: Registry,
): Promise<{ readonly config: Config; readonly troupe: Troupe }> {
  const all = {
    metrics: Object.keys(registry['metrics'] ?? {}),
    detectors: Object.keys(registry['detectors'] ?? {}),
  }
  const troupe = await castPlugins({ ...all, ...config }, registry)
  const lists = (['metrics', 'detectors'] as const).flatMap((name) => {
    if (config[name] !== undefined) return []
    const served = servedBy(troupe[name], troupe.kinds)
    const plugins: readonly unknown[] = troupe[name]
    const isKept = (_: unknown, k: number): boolean => served[k]!
    return [{ name, names: all[name].filter(isKept), plugins: plugins.filter(isKept) }]
  })
  return {
    config: { ...Object.fromEntries(lists.map(({ name, names }) => [name, names])), ...config },
    troupe: { ...troupe, ...Object.fromEntries(lists.map(({ name, plugins }) => [name, plugins])) },
  }
}
