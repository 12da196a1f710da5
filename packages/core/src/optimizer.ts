import type { Expr } from '@ganglion/calculus'
import { apiVersion, type Versioned } from './api-version.ts'

/** Turns a direction into a change, cell by cell. */
export interface Optimizer extends Versioned {
  readonly kind: 'optimizer'
  readonly name: string
  readonly source: string
  /** Names of memory cells kept for each cell of a parameter; they start at 0. */
  readonly memory?: readonly string[]
  /** The change of a cell, and the new memory. Ascent adds it, descent subtracts it. */
  readonly update: (
    direction: Expr,
    memory: { readonly [name: string]: Expr },
    settings: { readonly rate: Expr },
  ) => { readonly change: Expr; readonly memory?: { readonly [name: string]: Expr } }
}

/** Declares an optimizer. */
export function defineOptimizer(form: Omit<Optimizer, 'kind' | 'apiVersion'>): Optimizer {
  return { ...form, kind: 'optimizer', apiVersion }
}
