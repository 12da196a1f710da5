import type { Config } from './config.ts'
import * as Schema from 'effect/Schema'

/** Names of what a user declares: regions, criteria, shares. They become keys of the summary and columns of the table. */
const name = Schema.String.check(Schema.isPattern(/^[A-Za-z][A-Za-z0-9-]{0,63}$/))
const value = Schema.Union([Schema.Finite, Schema.Array(Schema.Finite)])

const grid = Schema.Struct({
  from: Schema.Finite,
  to: Schema.Finite,
  count: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100_000 })),
})

const criterion = Schema.Struct({
  signal: Schema.String,
  below: Schema.Finite,
}).annotate({ description: 'holds for a member whose signal, of a list its largest, ends below' })

const statistic = Schema.Struct({
  signal: Schema.String,
  as: Schema.Literals(['median', 'mean', 'share']),
}).annotate({
  description:
    'one number of the last frame over all members: its median, its mean, or the share of members in which it is not 0',
})

const operand = Schema.Union([Schema.Finite, Schema.String])
const pair = Schema.Tuple([operand, operand])
const region = Schema.Struct({
  equal: Schema.optionalKey(pair),
  unequal: Schema.optionalKey(pair),
  less: Schema.optionalKey(pair),
  lessOrEqual: Schema.optionalKey(pair),
}).annotate({
  description: 'cells whose values fulfil all of these, e.g. less: [generator.means[0], 0]',
})

const nested = Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.Unknown))

/** The section `sweep` of a configuration. */
export const sweepSchema = Schema.Struct({
  cells: Schema.Record(
    Schema.Literals(['generator', 'discriminator', 'dynamics']),
    Schema.optionalKey(Schema.Record(Schema.String, Schema.Union([grid, Schema.Array(value)]))),
  ).annotate({
    description:
      'values that cells combine, by section and name: a list, or { from, to, count }, which for an array is a grid over each of its numbers',
  }),
  groups: Schema.optionalKey(
    Schema.Union([
      Schema.Record(Schema.String, Schema.Unknown),
      Schema.Array(Schema.Record(Schema.String, Schema.Unknown)),
    ]).annotate({
      description:
        'changes of the plan, each an entry of the summary: lists of values by path, and axes by name, { values, set }; or a list of configurations',
    }),
  ),
  where: Schema.optionalKey(
    Schema.Union([region, Schema.String]).annotate({
      description:
        'only the cells whose values fulfil this are played: a region, or the name of one; all are by "all"',
      default: 'all',
    }),
  ),
  trials: Schema.optionalKey(
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000 })).annotate({
      description: 'members a cell; what is drawn at random is drawn for each',
      default: 1,
    }),
  ),
  every: Schema.optionalKey(
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000_000 })).annotate({
      description:
        'steps from frame to frame of a member in a sweep, where frames are kept for the table alone; `every` of the configuration by default',
    }),
  ),
  success: Schema.optionalKey(Schema.Record(name, criterion)),
  shares: Schema.optionalKey(Schema.Record(name, criterion)),
  times: Schema.optionalKey(
    Schema.Record(
      name,
      criterion.annotate({
        description:
          'the first step, of those that `every` looks at, at which the signal of a member, of a list its largest number, is below',
      }),
    ),
  ),
  statistics: Schema.optionalKey(Schema.Record(name, statistic)),
  regions: Schema.optionalKey(Schema.Record(name, region)),
  scales: Schema.optionalKey(
    nested.annotate({ description: 'settings by the word that --scale names' }),
  ),
})

/** A criterion: a signal of the final frame, of a list its largest, lies below. */
export interface Criterion {
  readonly signal: string
  readonly below: number
}

/** A statistic of a signal of one number at the last frame, over all members. */
export interface Statistic {
  readonly signal: string
  readonly as: 'median' | 'mean' | 'share'
}

/** A number, or the path of one in a cell: `generator.means[0]`. */
export type Operand = number | string

/** A named part of the cells: all predicates hold. */
export interface Region {
  readonly equal?: readonly [Operand, Operand]
  readonly unequal?: readonly [Operand, Operand]
  readonly less?: readonly [Operand, Operand]
  readonly lessOrEqual?: readonly [Operand, Operand]
}

const formula = Schema.Union([Schema.Finite, Schema.String])

/** An axis among the groups: values of one number, and what each of them sets. */
export const axisSchema = Schema.Struct({
  values: Schema.Union([
    Schema.Struct({
      from: Schema.Finite,
      to: Schema.Finite,
      count: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 })),
      spacing: Schema.optionalKey(Schema.Literals(['linear', 'geometric'])),
    }),
    Schema.Array(Schema.Finite),
  ]),
  set: Schema.Record(Schema.String, Schema.Unknown),
})

/** Formulas, or lists of them, by path: what an axis sets. */
export const settingSchema = Schema.Union([
  formula,
  Schema.Array(formula),
  Schema.Array(Schema.Array(formula)),
])

/** A number, or one computed from the numbers of axes: `1 - alpha`. */
export type Formula = number | string

/** Formulas in the shape of what they set. */
export type Setting = Formula | readonly Formula[] | readonly (readonly Formula[])[]

/** A named number of which groups take values, and what follows from it by path. */
export interface GroupAxis {
  readonly values:
    | readonly number[]
    | {
        readonly from: number
        readonly to: number
        readonly count: number
        readonly spacing?: 'linear' | 'geometric'
      }
  readonly set: Config
}

/** Values that cells combine: a list, or so many equally far from one another. */
export type Range =
  | readonly (number | readonly number[])[]
  | { readonly from: number; readonly to: number; readonly count: number }

/** What a user says of a sweep. */
export interface Section {
  readonly cells: Readonly<Record<string, Readonly<Record<string, Range>>>>
  readonly groups?: Config | readonly Config[]
  /** Which cells are played: a region, the name of one, or `all`. */
  readonly where?: Region | string
  readonly trials?: number
  /** Steps from frame to frame; those of the configuration where it is not said. */
  readonly every?: number
  readonly success?: Readonly<Record<string, Criterion>>
  readonly shares?: Readonly<Record<string, Criterion>>
  readonly times?: Readonly<Record<string, Criterion>>
  readonly statistics?: Readonly<Record<string, Statistic>>
  readonly regions?: Readonly<Record<string, Region>>
  readonly scales?: Readonly<Record<string, Config>>
}
