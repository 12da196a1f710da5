import type { Position } from './axis.ts'
import { ExpressionError } from './expression-error.ts'
import { intern } from './intern.ts'
import { Expr, installOperations, type ArraySymbol, type Operand, type Primitive } from './node.ts'
import { primitives } from './primitives.ts'
import { constantValue } from './walk.ts'

/** A number as an expression. Infinity and NaN are refused: they poison derivatives (0 times infinity). */
export function num(value: number): Expr {
  if (!Number.isFinite(value)) {
    throw new ExpressionError(
      `${value} cannot stand in an expression: its derivatives would be NaN. Use a large finite number, such as 1e9`,
    )
  }
  return intern({ kind: 'const', value })
}

/** Reads an array; the positions have been checked. */
export function read(array: ArraySymbol, at: readonly Position[]): Expr {
  return intern({ kind: 'read', array, at })
}

/** 1 where two positions of one axis are equal, else 0. */
export function same(a: Position, b: Position): Expr {
  if (a === b) return num(1)
  if (typeof a === 'number' && typeof b === 'number') return num(0)
  const later = typeof a === 'number' || (typeof b !== 'number' && a.id > b.id)
  return intern(later ? { kind: 'same', a: b, b: a } : { kind: 'same', a, b })
}

/** The arguments of a node if this primitive made it. */
export function argumentsOf(node: Expr, name: string): readonly Expr[] | undefined {
  const { shape } = node
  return shape.kind === 'apply' && shape.primitive.name === name ? shape.args : undefined
}

/** Applies a primitive: folds constants, simplifies, and finds the node if it exists. */
export function apply(primitive: Primitive, args: readonly Expr[]): Expr {
  if (args.every((a) => a.shape.kind === 'const')) {
    const value = primitive.value(...args.map((a) => constantValue(a)!))
    if (Number.isFinite(value)) return num(value)
  }
  const simpler = rules[primitive.name]?.(...args)
  return simpler ?? intern({ kind: 'apply', primitive, args })
}

const by = (name: string, ...args: readonly Operand[]): Expr => {
  const primitive = primitives.get(name)
  if (!primitive) throw new Error(`no primitive is called ${name}`)
  return apply(
    primitive,
    args.map((a) => (typeof a === 'number' ? num(a) : a)),
  )
}

const is = (node: Expr, value: number): boolean => constantValue(node) === value
const negated = (node: Expr): Expr | undefined => argumentsOf(node, 'neg')?.[0]

/** Simplifications at birth, beside the folding of constants. A product with 0 is 0: such zeros are structural. */
const rules: Record<string, (...args: Expr[]) => Expr | undefined> = {
  neg: (x) => negated(x!),
  add(x, y) {
    if (is(x!, 0)) return y
    if (is(y!, 0)) return x
    const minus = negated(y!)
    if (minus) return by('sub', x!, minus)
    return negated(x!) ? by('sub', y!, negated(x!)!) : merged(x!, y!)
  },
  sub(x, y) {
    if (is(y!, 0)) return x
    if (is(x!, 0)) return by('neg', y!)
    const minus = negated(y!)
    return minus ? by('add', x!, minus) : undefined
  },
  mul(x, y) {
    if (is(x!, 0) || is(y!, 0)) return num(0)
    if (is(x!, 1)) return y
    if (is(y!, 1)) return x
    if (is(x!, -1)) return by('neg', y!)
    if (is(y!, -1)) return by('neg', x!)
    if (negated(x!)) return by('neg', by('mul', negated(x!)!, y!))
    return negated(y!) ? by('neg', by('mul', x!, negated(y!)!)) : undefined
  },
  div(x, y) {
    if (is(y!, 1)) return x
    if (is(x!, 0)) return num(0)
    return negated(x!) ? by('neg', by('div', negated(x!)!, y!)) : undefined
  },
  select(c, x, y) {
    const known = constantValue(c!)
    if (known !== undefined) return known !== 0 ? x : y
    return x === y ? x : undefined
  },
  below: (x, y) => (x === y ? num(0) : undefined),
  min: (x, y) => (x === y ? x : undefined),
  max: (x, y) => (x === y ? x : undefined),
}

/** Two selects by one condition that fill each other's zeros are one select. */
function merged(x: Expr, y: Expr): Expr | undefined {
  const [c, a, b] = argumentsOf(x, 'select') ?? []
  const [d, p, q] = argumentsOf(y, 'select') ?? []
  if (!c || c !== d) return undefined
  const simple = (is(a!, 0) || is(p!, 0)) && (is(b!, 0) || is(q!, 0))
  return simple ? by('select', c, by('add', a!, p!), by('add', b!, q!)) : undefined
}

installOperations((name, args) => (name === 'num' ? num(args[0] as number) : by(name, ...args)))
