import type { Index, Position } from './axis.ts'
import type { ArraySymbol, Expr, Primitive } from './node.ts'

/** A cell: offset plus strides times loop variables, counted in elements of one member. */
export interface Cell {
  readonly offset: number
  readonly strides: readonly { readonly index: Index; readonly stride: number }[]
}

/** A number inside the loops. */
export type Value =
  | { readonly kind: 'const'; readonly value: number }
  | { readonly kind: 'local'; readonly id: number }
  | { readonly kind: 'input'; readonly input: number; readonly cell: Cell }
  | { readonly kind: 'temporary'; readonly temporary: number; readonly cell: Cell }
  | { readonly kind: 'same'; readonly a: Position; readonly b: Position }

/** What happens to one member, in order. */
export type Statement =
  | { readonly kind: 'let'; readonly id: number; readonly value: Value }
  | {
      readonly kind: 'call'
      readonly id: number
      readonly primitive: Primitive
      readonly args: readonly Value[]
    }
  | { readonly kind: 'loop'; readonly index: Index; readonly body: readonly Statement[] }
  | {
      readonly kind: 'store'
      readonly temporary: number
      readonly cell: Cell
      readonly value: Value
    }
  | { readonly kind: 'output'; readonly output: number; readonly cell: Cell; readonly value: Value }
  /** Fills a temporary with -0, which added to any number leaves it as it is. */
  | { readonly kind: 'clear'; readonly temporary: number }
  | { readonly kind: 'add'; readonly temporary: number; readonly cell: Cell; readonly value: Value }
  /** Adds to stripe `index` modulo 8. */
  | {
      readonly kind: 'stripe'
      readonly temporary: number
      readonly index: Index
      readonly value: Value
    }
  /** The tree over the stripes. */
  | {
      readonly kind: 'tree'
      readonly id: number
      readonly temporary: number
      readonly stripes: number
    }

/** A program as loops. */
export interface Lowered {
  readonly inputs: readonly ArraySymbol[]
  readonly outputs: readonly string[]
  /** The sizes of the temporaries of one member. */
  readonly temporaries: readonly number[]
  readonly statements: readonly Statement[]
}

/** Where the elements of a root go. */
export interface Target {
  readonly output: number
  readonly indices: readonly Index[]
  readonly expr: Expr
}
