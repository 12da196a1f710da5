import type { Expr, Matrix, Vec } from '@ganglion/calculus'
import { apiVersion, type Versioned } from './api-version.ts'
import type { Options } from './option.ts'
import type { SettingsOf } from './state.ts'

/** What a regulariser may build its term from. */
export interface RegulariserForm {
  readonly critic: (x: Vec) => Expr
  /** The gradient of the critic in x. */
  readonly slope: (x: Vec) => Vec
  readonly target: Matrix
  readonly generated: Matrix
  /** Points drawn uniformly on the segments from target to generated points, pair by pair. */
  readonly between: Matrix
}

/** A term that is subtracted from the payoff, built on points. */
export interface Regulariser extends Versioned {
  readonly kind: 'regulariser'
  readonly name: string
  readonly source: string
  readonly options: Options
  readonly value: (form: RegulariserForm, settings: object) => Expr
}

/** Declares a regulariser. */
export function defineRegulariser<const O extends Options>(form: {
  readonly name: string
  readonly source: string
  readonly options: O
  readonly value: (form: RegulariserForm, settings: SettingsOf<Record<never, never>, O>) => Expr
}): Regulariser {
  return { ...form, kind: 'regulariser', apiVersion } as unknown as Regulariser
}
