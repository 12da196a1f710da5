import { derivedFrom } from './intern.ts'
import type { Axis } from './axis.ts'
import { num } from './apply.ts'
import { at, sumOver } from './bind.ts'
import { chain } from './chain.ts'
import { Expr, type ArraySymbol } from './node.ts'
import { axesOf, elementAt, tensorOf, type AnyTensor } from './tensor.ts'
import { topological } from './walk.ts'

/** A direction for some arrays: for each a tensor over the same axes. */
export type Directions = ReadonlyMap<ArraySymbol, AnyTensor>

/** The derivative of `y` (an expression or a tensor) along a direction; arrays without one stand still. */
export function tangent<T extends AnyTensor>(y: T, along: Directions): T {
  if (y instanceof Expr) return tangentOf(y, along) as T
  const axes: readonly Axis[] = axesOf(y)
  return tensorOf('tangent', axes, (p) => tangentOf(elementAt(y, p), along)) as T
}

function tangentOf(y: Expr, along: Directions): Expr {
  return derivedFrom(y, () => pushed(y, along))
}

function pushed(y: Expr, along: Directions): Expr {
  const moving = new Map<Expr, Expr>()
  for (const node of topological([y])) {
    const derivative = step(node, along, moving)
    if (derivative) moving.set(node, derivative)
  }
  return moving.get(y) ?? num(0)
}

/** The derivative of one node from those of its children; undefined stands for 0. */
function step(node: Expr, along: Directions, moving: ReadonlyMap<Expr, Expr>): Expr | undefined {
  const { shape } = node
  switch (shape.kind) {
    case 'read': {
      const direction = along.get(shape.array)
      return direction && elementAt(direction, shape.at)
    }
    case 'sum': {
      const body = moving.get(shape.body)
      return body && sumOver(shape.index, body)
    }
    case 'view': {
      const inner = moving.get(shape.node)
      return inner && at(inner, new Map(shape.from.map((i, k) => [i, shape.to[k]!])))
    }
    case 'apply': {
      if (!shape.args.some((a) => moving.has(a))) return undefined
      const slopes = shape.primitive.slopes(shape.args, node)
      const parts = shape.args.map((a, k) => chain(moving.get(a) ?? num(0), slopes[k]!))
      return parts.reduce((x, y) => x.plus(y), num(0))
    }
    default:
      return undefined
  }
}
