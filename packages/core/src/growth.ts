import type { Expr, Vec } from '@ganglion/calculus'
import type { MeasureForm, MeasureValues, MixtureForm } from './measure.ts'

/** Numbers of one array of one member; `put` writes one of them. */
export interface Cells {
  readonly length: number
  at(cell: number): number
  put(cell: number, value: number): void
}

/** The state of one member, to be read and written cell by cell: nothing is copied. */
export type StateView = { readonly [array: string]: Cells }

/**
 * A law, and what each of its places adds to an ascent in function space: d payoff / d D there, e.g. p_i f'(D(x_i)) at the
 * target and q_j g'(D(y_j)) at what is generated.
 */
export interface Pushed<Law, Numbers> {
  readonly law: Law
  /** One for each component or point. */
  readonly shares: Numbers
}

/** One ascent step of one member in numbers. What it holds is overwritten by the next one: keep nothing of it. */
export interface AscentValues {
  readonly target: Pushed<MeasureValues, readonly number[]>
  readonly generated: Pushed<MeasureValues, readonly number[]>
  readonly rate: number
}

/** So many ascent steps against laws that stand still, in expressions. Shares do not depend on D: the objective is affine. */
export interface AscentForm {
  readonly target: Pushed<MeasureForm, Vec>
  readonly generated: Pushed<MeasureForm, Vec>
  readonly rate: Expr
  readonly steps: number
}

/** A discriminator after some steps, in closed form. */
export interface Later {
  readonly critic: (x: Vec) => Expr
  /** E f(D) under a mixture, where the family judges mixtures. */
  readonly mixture?: (law: MixtureForm, f: (value: Expr) => Expr) => Expr
  /** The penalty on its state, where the family has one. */
  readonly ridge?: Expr
}
