import type { AnyTensor, Axis, Expr, Tensor } from '@ganglion/calculus'
import type { ChoiceOption, Options } from './option.ts'

/** Sizes by name: each is the extent of an axis and shapes the graph. */
export type Sizes = { readonly [name: string]: number }

/** The axes that sizes are. */
export type AxesOf<S extends Sizes> = { readonly [K in keyof S]: Axis }

/** The axes of one array; a literal number is an axis of its own. */
export type Shape =
  | readonly []
  | readonly [Axis | number]
  | readonly [Axis | number, Axis | number]
  | readonly [Axis | number, Axis | number, Axis | number]

/** Arrays by name. */
export type Shapes = { readonly [name: string]: Shape }

/** Arrays as authors meet them in expressions, by rank. */
export type SymbolsOf<A extends Shapes> = {
  readonly [K in keyof A]: Tensor<NonNullable<A[K]>['length']>
}

/** Sizes as numbers, numeric options as expressions, choices as words. */
export type SettingsOf<S extends Sizes, O extends Options> = { readonly [K in keyof S]: number } & {
  readonly [K in keyof O]: O[K] extends ChoiceOption ? O[K]['choices'][number] : Expr
}

/** Words by option name. */
export type Words = Readonly<Record<string, string>>

/** The options that are words, settled: what may shape a player's state. */
export type WordsOf<O extends Options> = string extends keyof O
  ? Words
  : {
      readonly [K in keyof O as O[K] extends ChoiceOption ? K : never]: O[K] extends ChoiceOption
        ? O[K]['choices'][number]
        : never
    }

/** Sizes and numeric options of one member as numbers, choices as words. */
export type NumbersOf<S extends Sizes, O extends Options> = string extends keyof O
  ? Readonly<Record<string, number | string>>
  : { readonly [K in keyof S]: number } & {
      readonly [K in keyof O]: O[K] extends ChoiceOption ? O[K]['choices'][number] : number
    }

/** Numbers of one member, by array, row-major; a scalar is a list of one. */
export type Values = { readonly [array: string]: readonly number[] }

/** Families or scalars by array name, without their ranks. */
export type Symbols = { readonly [array: string]: AnyTensor }
