import { freshIndex } from './axis.ts'
import { apply, argumentsOf, num } from './apply.ts'
import { at, sumOver } from './bind.ts'
import { operation, type Expr } from './node.ts'
import { constantValue, topological } from './walk.ts'

const isZero = (node: Expr): boolean => constantValue(node) === 0

/**
 * The product of a derivative and a slope. Whatever a select sets to 0 stays 0: the untaken `sqrt(-1)` or `1/0` must not
 * turn it into NaN. So the guard is kept in front, `chain(select(c, 0, g), s) = select(c, 0, g s)`, whenever the slope
 * may be infinite or NaN for finite arrays.
 */
export function chain(outer: Expr, slope: Expr): Expr {
  if (isZero(outer) || isZero(slope)) return num(0)
  const [c, x, y] = argumentsOf(slope, 'select') ?? []
  if (c && isZero(y!)) return operation('select', c, chain(outer, x!), 0)
  if (c && isZero(x!)) return operation('select', c, 0, chain(outer, y!))
  return isSingular(slope) ? guarded(outer, slope, new Map()) : outer.times(slope)
}

function guarded(outer: Expr, slope: Expr, known: Map<Expr, Expr>): Expr {
  if (!hasGuard(outer)) return outer.times(slope)
  const made = known.get(outer)
  if (made) return made
  const result = distributed(outer, (part) => guarded(part, slope, known), slope)
  known.set(outer, result)
  return result
}

function distributed(outer: Expr, inner: (part: Expr) => Expr, slope: Expr): Expr {
  const { shape } = outer
  if (shape.kind === 'view') return inner(opened(outer))
  if (shape.kind === 'sum') {
    const name = freshIndex(shape.index.axis)
    const body = at(shape.body, new Map([[shape.index, name]]))
    return sumOver(name, guarded(body, slope, new Map()))
  }
  if (shape.kind !== 'apply') return outer.times(slope)
  const { name } = shape.primitive
  const [x, y, z] = shape.args
  switch (name) {
    case 'select':
      return operation('select', x!, inner(y!), inner(z!))
    case 'mul':
      return guarded(x!, guarded(y!, slope, new Map()), new Map())
    case 'div':
      return guarded(x!, slope.over(y!), new Map())
    default:
      return apply(shape.primitive, shape.args.map(inner))
  }
}

/** A view of an operation as an operation on views. */
function opened(node: Expr): Expr {
  const { shape } = node
  if (shape.kind !== 'view') return node
  const renaming = new Map(shape.from.map((i, k) => [i, shape.to[k]!]))
  const inner = shape.node.shape
  if (inner.kind === 'apply') {
    return apply(
      inner.primitive,
      inner.args.map((a) => at(a, renaming)),
    )
  }
  if (inner.kind !== 'sum') return node
  const name = freshIndex(inner.index.axis)
  return sumOver(name, at(inner.body, renaming.set(inner.index, name)))
}

const guards = new WeakMap<Expr, boolean>()

/** Whether a part that may be 0 by a select reaches the top through sums, products and signs. */
function hasGuard(root: Expr): boolean {
  const through = new Set(['add', 'sub', 'neg', 'mul', 'div', 'select'])
  for (const node of topological([root], (n) => !guards.has(n))) {
    if (guards.has(node)) continue
    const { shape } = node
    const of = (n: Expr): boolean => guards.get(n) ?? false
    let found = false
    if (shape.kind === 'sum') found = of(shape.body)
    else if (shape.kind === 'view') found = of(shape.node)
    else if (shape.kind === 'apply' && through.has(shape.primitive.name)) {
      const [x, y, z] = shape.args
      found =
        shape.primitive.name === 'select' ? isZero(y!) || isZero(z!) || of(y!) || of(z!) : of(x!)
      if (shape.primitive.name !== 'div' && shape.primitive.name !== 'select')
        found ||= !!y && of(y)
    }
    guards.set(node, found)
  }
  return guards.get(root)!
}

const singulars = new WeakMap<Expr, boolean>()

/** Whether finite arrays can make a node infinite or NaN. */
function isSingular(root: Expr): boolean {
  for (const node of topological([root], (n) => !singulars.has(n))) {
    if (singulars.has(node)) continue
    const { shape } = node
    let found = false
    if (shape.kind === 'sum') found = singulars.get(shape.body)!
    else if (shape.kind === 'view') found = singulars.get(shape.node)!
    else if (shape.kind === 'apply') {
      const { primitive, args } = shape
      const divides = primitive.name === 'div' && constantValue(args[1]!) !== undefined
      found = (primitive.singular === true && !divides) || args.some((a) => singulars.get(a)!)
    }
    singulars.set(node, found)
  }
  return singulars.get(root)!
}
