import { isAdjustable } from '@ganglion/core'
import type {
  DetectorDefinition,
  Discriminator,
  Dynamics,
  Generator,
  Metric,
  Options,
  ShortName,
} from '@ganglion/core'
import { defaults } from './build-plan.ts'
import { presets } from './layers.ts'
import { arraysOf, jsonSchema, type Cast } from './plan-schema.ts'
import type { Registry } from './registry.ts'
import { targetKinds } from './target-kinds.ts'
import { oneOfMany, type Json, type Variant } from './schema-variants.ts'

type Named = { readonly name: string; readonly source?: string; readonly definition?: string }

/**
 * The JSON Schema (draft 2020-12) of configuration files: every section, for each plugin of a registry the keys that the
 * checker accepts, with defaults, ranges and descriptions. It refuses what the checker refuses but for what needs
 * arithmetic, e.g. weights that do not sum to 1. Short names of settings are those of all
 * presets.
 */
export async function configSchema(registry: Registry): Promise<object> {
  const all = async <T extends Named>(kind: string): Promise<T[]> =>
    (await Promise.all(Object.values(registry[kind] ?? {}).map((load) => load()))) as T[]
  const word = (plugins: readonly Named[]) =>
    oneOfMany('plugin', plugins.map(withoutOptions), { word: true })
  const generators = (await all<Generator>('generators')).map(player('generator'))
  const discriminators = (await all<Discriminator>('discriminators')).map(player('discriminator'))
  const dynamics = (await all<Dynamics>('dynamics')).map((plugin) =>
    variant(plugin, sectionOf('dynamics', { ...nobody, dynamics: plugin })),
  )
  const metrics = (await all<Metric>('metrics')).map(metric)
  const detectors = (await all<DetectorDefinition>('detectors')).map(detector)
  const listed = Object.entries(await presets(registry))
  const plain = propertiesOf(jsonSchema(nobody))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Ganglion configuration',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'where this schema stands, for editors' },
      preset: {
        description: 'the preset below; what stands here is laid over it',
        enum: listed.map(([name]) => name),
        enumDescriptions: listed.map(([, { title }]) => title),
      },
      plugins: described('plugins of your own: files or folders, seen from this file', {
        type: 'array',
        items: { type: 'string' },
      }),
      target: described('the law to be learned', oneOfMany('kind', targets(), {})),
      generator: described(
        'what learns the target',
        oneOfMany('plugin', generators, { word: true }),
      ),
      discriminator: described(
        'what tells generated from target',
        oneOfMany('plugin', discriminators, { word: true }),
      ),
      dynamics: described(
        'who moves when',
        oneOfMany('plugin', dynamics, { word: true }),
        'dynamics',
      ),
      objective: described('what they play for', word(await all('objectives')), 'objective'),
      optimizer: described(
        'how a direction becomes a move',
        word(await all('optimizers')),
        'optimizer',
      ),
      metrics: described('what is measured; everything where nothing is named', {
        type: 'array',
        items: oneOfMany('plugin', metrics, { word: true, required: true }),
      }),
      detectors: described('what is watched; everything where nothing is named', {
        type: 'array',
        items: oneOfMany('plugin', detectors, { word: true, required: true }),
      }),
      steps: described('how many steps to play', plain['steps']!, 'steps'),
      seed: described('of every random number', plain['seed']!, 'seed'),
      members: described('how many games are played at once', plain['members']!, 'members'),
      every: described('observe every n-th step', plain['every']!, 'every'),
      sweep: described('what `ganglion sweep` plays', partial(plain['sweep']) as Json),
      ...shortNames(listed.flatMap(([, { short = {} }]) => Object.entries(short))),
      profile: described(
        'exact: the same bits everywhere; fast: fused operations',
        plain['profile']!,
        'profile',
      ),
      geometry: described(
        'coordinate: places hear as much as they weigh; mass: all hear the same, whatever their mass',
        plain['geometry']!,
        'geometry',
      ),
      mirrored: described(
        'true: the players change places, the discriminator lowers the payoff and the generator raises it',
        plain['mirrored']!,
        'mirrored',
      ),
    },
    anyOf: [{ required: ['preset'] }, { required: ['target', 'generator', 'discriminator'] }],
    additionalProperties: false,
  }
}

/** Short names with the path that they stand for; their values are those of that path. */
function shortNames(named: readonly (readonly [string, ShortName])[]): Record<string, Json> {
  return Object.fromEntries(
    named.map(([name, { path, description }]) => [
      name,
      { description: `${description}; short for ${path}` },
    ]),
  )
}

/** A schema that asks for no key, since a preset completes what is written. */
function partial(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(partial)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== 'required')
      .map(([key, value]) => [key, partial(value)]),
  )
}

const nobody: Cast = { generator: null, discriminator: null, dynamics: null }

const propertiesOf = (schema: object) => (schema as { properties: Record<string, Json> }).properties

const sectionOf = (section: string, cast: Cast) =>
  propertiesOf(propertiesOf(jsonSchema(cast))[section]!)

const described = (description: string, schema: Json, section?: string): Json => ({
  description,
  ...(section === undefined ? {} : { default: defaults[section] }),
  ...schema,
})

function variant({ name, source, definition }: Named, properties: Record<string, Json>): Variant {
  return { name, description: definition ?? source ?? '', properties }
}

const withoutOptions = (plugin: Named): Variant => variant(plugin, {})

/** A generator or discriminator: its keys, those that authors do not describe described. */
const player =
  (section: 'generator' | 'discriminator') =>
  (plugin: Generator | Discriminator): Variant => {
    const properties = sectionOf(section, { ...nobody, [section]: plugin })
    const say = (name: string, description: string): void => {
      properties[name] = { description, ...properties[name] }
    }
    say('initial', 'given: it begins with the arrays of this section; random: drawn with the seed')
    for (const name of Object.keys(plugin.sizes)) say(name, `how many ${name}`)
    for (const name of arraysOf(plugin)) say(name, `the numbers of \`${name}\` at the beginning`)
    return variant(plugin, properties)
  }

function detector(definition: DetectorDefinition): Variant {
  const properties = Object.entries(definition.options).map(([name, option]): [string, Json] => {
    const { default: value, description } = option
    const kind =
      'min' in option
        ? { type: 'number', minimum: option.min, maximum: option.max }
        : { type: 'string' }
    return [name, { description, default: value, ...kind }]
  })
  return variant(definition, Object.fromEntries(properties))
}

function metric(plugin: Metric): Variant {
  return variant(plugin, isAdjustable(plugin) ? optionProperties(plugin.options) : {})
}

/** What options may say, as the schema of a dynamics tells it. */
const optionProperties = (options: Options): Record<string, Json> => {
  const { plugin: _, ...properties } = sectionOf('dynamics', {
    ...nobody,
    dynamics: { name: '', options } as unknown as Dynamics,
  })
  return properties
}

/** The kinds of law that the plan's own schema knows. */
function targets(): Variant[] {
  const kinds = propertiesOf(jsonSchema(nobody))['target']!['anyOf'] as Json[]
  return Object.entries(targetKinds).map(([name, { description }], k) => {
    const { kind: _, ...properties } = propertiesOf(kinds[k]!)
    return { name, description, properties }
  })
}
