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

/**
 * How a state that grows makes its function, D(x) = scale sum_h weight_h K(x, place_h): the arrays by name, and what a step
 * keeps of it. With it a step can be linearised, though its state has another size after it.
 */
export interface GrowthSum<Settings> {
  /** Array over (size, dimensions). */
  readonly places: string
  /** Array over (size). */
  readonly weights: string
  /** A scalar that all weights are times. */
  readonly scale: string
  /** Array over (size): variances of the normal laws that places were components of; 0 for points. */
  readonly spreads: string
  /** The factor that `advance` multiplies D with at this rate; it adds rate times share at each place told, and no more. */
  readonly keeps: (rate: number, settings: Settings) => number
  /** Why the function is not smooth at the places that it was taught, as a sentence without its end; null where it is. */
  readonly rough?: (settings: Settings) => string | null
}
