import { isIndex, unionOf, type Axis, type Index, type Position } from './axis.ts'

/** How often a leaf changes: once, with every draw of noise, or with every step. */
export type Stage = 'fixed' | 'draw' | 'step'

/** A leaf array. A `shared` one has a single copy for all members. */
export interface ArraySymbol<R extends number = number> {
  readonly name: string
  readonly axes: readonly Axis[] & { readonly length: R }
  readonly stage: Stage
  readonly shared: boolean
  readonly id: number
}

/** One operation of the language: its value, its slopes as expressions, its text in JavaScript. */
export interface Primitive {
  readonly name: string
  readonly arity: number
  /** The reference value. */
  readonly value: (...args: number[]) => number
  /** The partial derivative by each argument, as expressions; `self` is the applied node. */
  readonly slopes: (args: readonly Expr[], self: Expr) => readonly Expr[]
  /** JavaScript text of the value, given the arguments' text. Elementary functions are called by name. */
  readonly javascript: (...args: string[]) => string
  /** Arguments may be exchanged without changing a bit. */
  readonly commutative?: true
  /** Finite arguments can give an infinity or NaN: a guard in front of it must not be multiplied through. */
  readonly singular?: true
}

/** In which order a sum adds: one after the other, or in 8 stripes whose totals meet in a tree. */
export type Order = 'sequence' | 'stripes'

/** What a node is made of. Indices of `from` are names inside `node` only, as the index of a sum is inside `body`. */
export type Shape =
  | { readonly kind: 'const'; readonly value: number }
  | { readonly kind: 'read'; readonly array: ArraySymbol; readonly at: readonly Position[] }
  | { readonly kind: 'sum'; readonly index: Index; readonly body: Expr; readonly order: Order }
  | { readonly kind: 'same'; readonly a: Position; readonly b: Position }
  | {
      readonly kind: 'view'
      readonly node: Expr
      readonly from: readonly Index[]
      readonly to: readonly Position[]
    }
  | { readonly kind: 'apply'; readonly primitive: Primitive; readonly args: readonly Expr[] }

/** What arithmetic accepts beside expressions. */
export type Operand = Expr | number

type Operation = (name: string, args: readonly Operand[]) => Expr
let operate: Operation = () => {
  throw new Error('the operations are not loaded')
}

/** Called once by the module that knows the rules of the primitives: methods lead there. */
export function installOperations(operation: Operation): void {
  operate = operation
}

/** Applies the primitive of this name; numbers become constants. */
export function operation(name: string, ...args: readonly Operand[]): Expr {
  return operate(name, args)
}

/** A scalar expression with free indices: a named-axis array, stored once over `free`. Equal expressions are one object. */
export class Expr {
  readonly id: number
  readonly shape: Shape
  /** Free indices, by id. */
  readonly free: readonly Index[]
  /** The greatest level of an index bound inside. */
  readonly level: number
  /** A number of 32 bits that follows from what it is made of, not from when it was made. */
  readonly hash: number
  /** Where it was built: its stack is read when an error needs it. */
  readonly birth: { readonly stack?: string }

  constructor(id: number, shape: Shape, birth: { readonly stack?: string }, hash: number) {
    this.id = id
    this.shape = shape
    this.free = freeOf(shape)
    this.level = levelOf(shape)
    this.hash = hash
    this.birth = birth
  }

  /** The leaf this expression reads without positions; undefined for anything else. */
  get symbol(): ArraySymbol<0> | undefined {
    const { shape } = this
    return shape.kind === 'read' && shape.at.length === 0
      ? (shape.array as ArraySymbol<0>)
      : undefined
  }

  /** this + other. */
  plus(other: Operand): Expr {
    return operate('add', [this, other])
  }

  /** this - other. */
  minus(other: Operand): Expr {
    return operate('sub', [this, other])
  }

  /** this x other. */
  times(other: Operand): Expr {
    return operate('mul', [this, other])
  }

  /** this / other. */
  over(other: Operand): Expr {
    return operate('div', [this, other])
  }

  /** -this. */
  neg(): Expr {
    return operate('neg', [this])
  }

  /** 1 where this < other, else 0; 0 when either is NaN. */
  below(other: Operand): Expr {
    return operate('below', [this, other])
  }
}

function freeOf(shape: Shape): readonly Index[] {
  switch (shape.kind) {
    case 'const':
      return []
    case 'read':
      return unionOf([shape.at.filter(isIndex)])
    case 'same':
      return unionOf([[shape.a, shape.b].filter(isIndex)])
    case 'view':
      return unionOf([
        shape.node.free.filter((i) => !shape.from.includes(i)),
        shape.to.filter(isIndex),
      ])
    case 'sum':
      return shape.body.free.filter((i) => i !== shape.index)
    case 'apply':
      return unionOf(shape.args.map((a) => a.free))
  }
}

function levelOf(shape: Shape): number {
  switch (shape.kind) {
    case 'sum':
      return Math.max(shape.index.level, shape.body.level)
    case 'view':
      return shape.from.reduce((most, i) => Math.max(most, i.level), shape.node.level)
    case 'apply':
      return shape.args.reduce((most, a) => Math.max(most, a.level), 0)
    default:
      return 0
  }
}
