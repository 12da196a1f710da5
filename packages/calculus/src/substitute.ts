import { freshIndex } from './axis.ts'
import { apply } from './apply.ts'
import { symbolOf, type Named } from './array.ts'
import { at, sumOver } from './bind.ts'
import type { ArraySymbol, Expr } from './node.ts'
import { elementAt, type AnyTensor } from './tensor.ts'
import { topological } from './walk.ts'

/** An expression with every read of `array` replaced by an element of `tensor`, which may have free indices. */
export function substitute(expr: Expr, array: Named, tensor: AnyTensor): Expr {
  const symbol = symbolOf(array)
  const probes = symbol.axes.map(freshIndex)
  const own = elementAt(tensor, probes).free.filter((i) => i.level > 0)
  const opened = new Map(own.map((i) => [i, freshIndex(i.axis)]))
  const closed = new Map([...opened].map(([bound, fresh]) => [fresh, bound]))
  const hidden = (positions: Expr): Expr => at(positions, opened)
  const made = new Map<Expr, Expr>()
  for (const node of topological([expr])) {
    made.set(node, replacedNode(node, symbol, tensor, made, own.length > 0 ? hidden : undefined))
  }
  return at(made.get(expr)!, closed)
}

function replacedNode(
  node: Expr,
  symbol: ArraySymbol,
  tensor: AnyTensor,
  made: ReadonlyMap<Expr, Expr>,
  hidden: ((element: Expr) => Expr) | undefined,
): Expr {
  const { shape } = node
  switch (shape.kind) {
    case 'read': {
      if (shape.array !== symbol) return node
      if (!hidden) return elementAt(tensor, shape.at)
      const names = symbol.axes.map(freshIndex)
      return at(hidden(elementAt(tensor, names)), new Map(names.map((n, k) => [n, shape.at[k]!])))
    }
    case 'sum': {
      const body = made.get(shape.body)!
      return body === shape.body ? node : sumOver(shape.index, body)
    }
    case 'view': {
      const inner = made.get(shape.node)!
      return inner === shape.node
        ? node
        : at(inner, new Map(shape.from.map((i, k) => [i, shape.to[k]!])))
    }
    case 'apply': {
      const args = shape.args.map((a) => made.get(a)!)
      return args.every((a, k) => a === shape.args[k]) ? node : apply(shape.primitive, args)
    }
    default:
      return node
  }
}
