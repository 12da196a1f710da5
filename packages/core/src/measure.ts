import type { Expr, Matrix, Vec } from '@ganglion/calculus'

/** A mixture of normal laws on the line with one deviation, in expressions. Weights sum to 1. */
export interface MixtureForm {
  readonly kind: 'mixture'
  readonly weights: Vec
  readonly means: Vec
  readonly deviation: Expr
}

/** Point masses, in expressions: positions over [points, dimensions]. */
export interface PointsForm {
  readonly kind: 'points'
  readonly positions: Matrix
  readonly masses: Vec
}

/** A law as the players see it. */
export type MeasureForm = MixtureForm | PointsForm

/** The names of the laws' kinds. */
export type MeasureKind = MeasureForm['kind']

/** A mixture of one member in numbers. */
export interface MixtureValues {
  readonly kind: 'mixture'
  readonly weights: readonly number[]
  readonly means: readonly number[]
  readonly deviation: number
}

/** Point masses of one member in numbers; positions row-major, one row a point. */
export interface PointsValues {
  readonly kind: 'points'
  readonly positions: readonly (readonly number[])[]
  readonly masses: readonly number[]
}

/** A law of one member in numbers. */
export type MeasureValues = MixtureValues | PointsValues
