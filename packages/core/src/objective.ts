import type { Expr } from '@ganglion/calculus'
import { apiVersion, type Versioned } from './api-version.ts'

/** The payoff V = E_target f(D) + E_generated g(D), maximised by the discriminator. */
export interface Objective extends Versioned {
  readonly kind: 'objective'
  readonly name: string
  readonly source: string
  readonly f: (critic: Expr) => Expr
  readonly g: (critic: Expr) => Expr
  /** The generator's loss as E_generated of this; without it the game is zero-sum. */
  readonly generator?: (critic: Expr) => Expr
}

/** Declares an objective. */
export function defineObjective(form: Omit<Objective, 'kind' | 'apiVersion'>): Objective {
  return { ...form, kind: 'objective', apiVersion }
}
