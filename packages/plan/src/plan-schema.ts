import {
  defaultDraws,
  numbers,
  optionFields,
  sizeFields,
  type Discriminator,
  type Dynamics,
  type Fields,
  type Generator,
  type Sizes,
  wordings,
} from '@ganglion/core'
import * as Schema from 'effect/Schema'
import type { Config } from './config.ts'
import { givenShapes } from './given-shapes.ts'
import { answersMixture } from './negotiate.ts'
import { sweepSchema } from './sweep-section.ts'
import { targetSchema } from './target-kinds.ts'

/** The plugins that a configuration names, loaded; null for a name that nobody knows, which leaves its section unchecked. */
export interface Cast {
  readonly generator: Generator | null
  readonly discriminator: Discriminator | null
  readonly dynamics: Dynamics | null
}

const optional = (schema: Schema.Top): Schema.Top => Schema.optionalKey(schema)
const whole = (minimum: number, maximum: number): Schema.Top =>
  Schema.Int.check(Schema.isBetween({ minimum, maximum }))

/** Plugins, each by its name or with options. */
const listed = Schema.Array(
  Schema.Union([Schema.String, Schema.Record(Schema.String, Schema.Unknown)]),
)

/** The schema of a whole configuration for a cast of plugins, with targets of every kind or of one. */
export function planSchema(cast: Cast, targetKind?: unknown): Schema.Top {
  return Schema.Struct({
    preset: optional(Schema.String),
    plugins: optional(Schema.Array(Schema.String)),
    target: targetSchema(targetKind),
    generator: playerSchema(cast.generator),
    discriminator: playerSchema(cast.discriminator),
    dynamics: cast.dynamics
      ? Schema.Struct({ plugin: Schema.String, ...optionFields(cast.dynamics.options) })
      : optional(Schema.Unknown),
    objective: optional(Schema.Struct({ plugin: Schema.String })),
    optimizer: optional(Schema.Struct({ plugin: Schema.String })),
    metrics: optional(listed),
    detectors: optional(listed),
    steps: optional(whole(1, 1e9)),
    seed: optional(whole(0, Number.MAX_SAFE_INTEGER)),
    members: optional(whole(1, 1_000_000)),
    every: optional(whole(1, 1e9)),
    profile: optional(Schema.Literals(['exact', 'fast'])),
    geometry: optional(Schema.Literals(['coordinate', 'mass'])),
    mirrored: optional(Schema.Boolean),
    // A single run leaves it out, but for mistakes.
    sweep: optional(sweepSchema),
  } as Fields)
}

/** The arrays of a player's state that a user may give: for the words of a section, or for any. */
export function arraysOf(player: Generator | Discriminator, section?: Config): string[] {
  if (section) return Object.keys(givenShapes(player, section).all)
  const found = wordings(player.options).map((words) => Object.keys(givenShapes(player, words).all))
  return [...new Set(found.flat())]
}

function playerSchema(player: Generator | Discriminator | null): Schema.Top {
  if (!player) return optional(Schema.Unknown)
  const given = Object.fromEntries(arraysOf(player).map((name) => [name, optional(numbers)]))
  return Schema.Struct({
    plugin: Schema.String,
    initial: optional(Schema.Literals(['given', 'random'])),
    ...sizeFields({ ...drawsOf(player), ...player.sizes }),
    ...optionFields(player.options),
    ...given,
  } as Fields)
}

/** Any generator of mixtures can be asked for draws. */
function drawsOf(player: Generator | Discriminator): Sizes {
  return player.kind === 'generator' && answersMixture(player) ? { draws: defaultDraws } : {}
}

/** The JSON Schema (draft 2020-12) of a configuration for a cast of plugins. */
export function jsonSchema(cast: Cast): object {
  const { schema, definitions } = Schema.toJsonSchemaDocument(planSchema(cast))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(closed(schema) as object),
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
  }
}

/** Unknown keys are refused wherever keys are known. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  )
  return 'properties' in schema ? { ...inner, additionalProperties: false } : inner
}

/** All mistakes of a value under a schema: path and message. */
export function mistakes(
  schema: Schema.Top,
  value: unknown,
): { path: PropertyKey[]; message: string }[] {
  const standard = Schema.toStandardSchemaV1(schema as Schema.Decoder<unknown>, {
    parseOptions: { errors: 'all', onExcessProperty: 'error' },
  })
  const result = standard['~standard'].validate(value) as {
    issues?: readonly { path?: readonly PropertyKey[]; message: string }[]
  }
  return (result.issues ?? []).map(({ path, message }) => ({ path: [...(path ?? [])], message }))
}

/** The keys that a section may hold for a plugin, with its words or with any. */
export function knownKeysOf(plugin: unknown, section?: Config): string[] {
  const { kind, options } = plugin as Generator | Discriminator | Dynamics
  if (kind === 'dynamics') return Object.keys(options ?? {})
  const player = plugin as Generator | Discriminator
  return [
    'initial',
    ...Object.keys(player.sizes),
    ...Object.keys(options ?? {}),
    ...arraysOf(player, section),
  ]
}
