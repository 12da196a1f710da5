import { boundIndex, freshIndex, isIndex, type Axis, type Index, type Position } from './axis.ts'
import { apply, argumentsOf, num, read, same } from './apply.ts'
import { intern } from './intern.ts'
import type { Expr } from './node.ts'
import { topological } from './walk.ts'

/** What stands in for which index. */
export type Renaming = ReadonlyMap<Index, Position>

function restricted(renaming: Renaming, free: readonly Index[]): Map<Index, Position> {
  const kept = free.filter((i) => renaming.has(i) && renaming.get(i) !== i)
  return new Map(kept.map((i) => [i, renaming.get(i)!]))
}

/**
 * An expression at other positions. Bound names are read from the stored node (a `view`, which copies nothing); fresh
 * ones, which end with their callback, are replaced inside.
 */
export function at(node: Expr, renaming: Renaming): Expr {
  const own = restricted(renaming, node.free)
  if (own.size === 0) return node
  const { shape } = node
  const moved = (p: Position): Position => (isIndex(p) ? (own.get(p) ?? p) : p)
  if (shape.kind === 'read') return read(shape.array, shape.at.map(moved))
  if (shape.kind === 'same') return same(moved(shape.a), moved(shape.b))
  if ([...own.keys()].some(({ level }) => level === 0)) return replaced(node, own)
  if (shape.kind === 'view') return throughView(shape.node, shape.from, shape.to.map(moved), own)
  return intern({ kind: 'view', node, from: [...own.keys()], to: [...own.values()] })
}

/** A view of a view is one view. */
function throughView(
  node: Expr,
  from: readonly Index[],
  to: readonly Position[],
  outer: Renaming,
): Expr {
  const renaming = new Map(
    node.free.filter((i) => !from.includes(i)).map((i) => [i, outer.get(i) ?? i]),
  )
  from.forEach((i, k) => renaming.set(i, to[k] as Index))
  return at(node, renaming)
}

/** Rebuilds a node with positions in place of indices, without capture. */
function replaced(root: Expr, renaming: Renaming): Expr {
  const target = new Set([...renaming.values()].filter(isIndex))
  const done = new Map<Expr, Expr>()
  const touched = (node: Expr): boolean => node.free.some((i) => renaming.has(i))
  const plain = (node: Expr): boolean => {
    const { shape } = node
    if (!touched(node) || shape.kind === 'view') return false
    return shape.kind !== 'sum' || !(renaming.has(shape.index) || target.has(shape.index))
  }
  for (const node of topological([root], plain)) done.set(node, rebuilt(node))
  return done.get(root)!

  function rebuilt(node: Expr): Expr {
    const { shape } = node
    if (!touched(node)) return node
    switch (shape.kind) {
      case 'read':
      case 'same':
        return at(node, renaming)
      case 'apply':
        return apply(
          shape.primitive,
          shape.args.map((a) => done.get(a)!),
        )
      case 'view':
        return replacedView(shape.node, shape.from, shape.to, restricted(renaming, node.free))
      case 'sum': {
        if (plain(node)) return sumOver(shape.index, done.get(shape.body)!)
        const name = freshIndex(shape.index.axis)
        const inner = restricted(renaming, node.free).set(shape.index, name)
        return sumOver(name, replaced(shape.body, inner))
      }
      default:
        return node
    }
  }
}

function replacedView(
  node: Expr,
  from: readonly Index[],
  to: readonly Position[],
  renaming: Renaming,
): Expr {
  const moved = to.map((p) => (isIndex(p) ? (renaming.get(p) ?? p) : p))
  const inside = node.free.filter((i) => i.level === 0 && renaming.has(i))
  const clash = inside.some((i) => node.free.includes(renaming.get(i) as Index))
  const all = new Map(renaming)
  from.forEach((i, k) => all.set(i, moved[k]!))
  if (clash) return replaced(node, restricted(all, node.free))
  const renamed = replaced(node, restricted(renaming, inside))
  return at(
    renamed,
    restricted(
      all,
      node.free.filter((i) => !inside.includes(i)),
    ),
  )
}

/** The sum of a body over an index. A fresh index becomes the canonical one of its depth. */
export function sumOver(index: Index, body: Expr): Expr {
  if (!body.free.includes(index)) return apply2('mul', num(index.axis.size), body)
  if (index.axis.size === 1) return at(body, new Map([[index, 0]]))
  const found = pick(index, body)
  if (found) return at(found.rest, new Map([[index, found.at]]))
  const minus = argumentsOf(body, 'neg')
  if (minus) return sumOver(index, minus[0]!).neg()
  if (index.level > 0) return closed(index, body)
  const name = canonicalName(index.axis, body)
  return sumOver(name, replaced(body, new Map([[index, name]])))
}

function closed(index: Index, body: Expr): Expr {
  const alone = body.free.length === 1
  return intern({ kind: 'sum', index, body, order: alone ? 'stripes' : 'sequence' })
}

function canonicalName(axis: Axis, body: Expr): Index {
  let level = body.level + 1
  while (body.free.includes(boundIndex(axis, level))) level++
  return boundIndex(axis, level)
}

const apply2 = (name: 'mul' | 'div', x: Expr, y: Expr): Expr =>
  name === 'mul' ? x.times(y) : x.over(y)

/** `same(index, a)` among the factors of a body, and the body without it. */
function pick(index: Index, body: Expr): { at: Position; rest: Expr } | undefined {
  const { shape } = body
  if (shape.kind === 'same') {
    if (shape.a === index) return { at: shape.b, rest: num(1) }
    return shape.b === index ? { at: shape.a, rest: num(1) } : undefined
  }
  if (shape.kind !== 'apply' || !body.free.includes(index)) return undefined
  const { name } = shape.primitive
  const [x, y] = shape.args
  const left = name === 'mul' || name === 'div' || name === 'neg' ? pick(index, x!) : undefined
  if (left && name === 'neg') return { at: left.at, rest: left.rest.neg() }
  if (left) return { at: left.at, rest: apply2(name as 'mul' | 'div', left.rest, y!) }
  const right = name === 'mul' ? pick(index, y!) : undefined
  return right && { at: right.at, rest: x!.times(right.rest) }
}
