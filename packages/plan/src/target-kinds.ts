import type { Fields } from '@ganglion/core'
import * as Schema from 'effect/Schema'

/** A kind of target: what it is, and the keys that belong to it. */
export interface TargetKind {
  readonly description: string
  readonly fields: Readonly<Record<string, Schema.Top>>
}

const list = Schema.Array(Schema.Finite)
const optional = (schema: Schema.Top): Schema.Top => Schema.optionalKey(schema)
const count = (maximum: number): Schema.Top =>
  Schema.Int.check(Schema.isBetween({ minimum: 1, maximum }))
const length = Schema.Finite.check(Schema.isGreaterThan(0))

/** More points than this are no particles any more: every step visits all of them. */
export const mostPoints = 100_000

/** In as many dimensions points may stand. */
const mostDimensions = 1000

/** The targets that a configuration may name. All but mixtures settle into points while planning. */
export const targetKinds: Readonly<Record<string, TargetKind>> = {
  mixture: {
    description:
      'Gaussians of one deviation; draws: as so many points of each, drawn from the seed',
    fields: {
      means: list,
      weights: optional(list),
      deviation: optional(length),
      draws: optional(count(mostPoints)),
    },
  },
  points: {
    description: 'points with masses',
    fields: { positions: Schema.Array(list), masses: optional(list) },
  },
  ring: {
    description: 'points at equal distances on a circle in the plane, the first at angle 0',
    fields: { points: count(mostPoints), radius: optional(length), masses: optional(list) },
  },
  sphere: {
    description:
      'points drawn uniformly on a sphere around the origin; draw=member: anew for each member',
    fields: {
      points: count(mostPoints),
      dimensions: count(mostDimensions),
      radius: optional(length),
      draw: optional(Schema.Literals(['once', 'member'])),
      masses: optional(list),
    },
  },
  grid: {
    description: 'side points along each axis, spacing apart, around the origin',
    fields: {
      side: count(mostPoints),
      spacing: optional(length),
      dimensions: optional(count(mostDimensions)),
      masses: optional(list),
    },
  },
  file: {
    description: 'the rows of a file, .csv or .json, each a point',
    fields: { path: Schema.String, masses: optional(list) },
  },
}

const schemas = Object.entries(targetKinds).map(([kind, { fields }]): [string, Schema.Top] => [
  kind,
  Schema.Struct({ kind: Schema.Literals([kind]), ...fields } as Fields),
])

/** The schema of targets of one kind; of every kind where none is known. */
export function targetSchema(kind?: unknown): Schema.Top {
  const one = schemas.find(([name]) => name === kind)
  return one ? one[1] : Schema.Union(schemas.map(([, schema]) => schema) as never)
}
