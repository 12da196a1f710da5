import { isIndex, type Index, type Position } from './axis.ts'
import type { Expr } from './node.ts'

const symbols: Record<string, string> = { add: '+', sub: '-', mul: '*', div: '/', below: '<' }

/** The name of an index: its axis and level, `batch2`; a fresh one `batch'17`. */
export function printIndex({ axis, level, id }: Index): string {
  return level > 0 ? `${axis.name}${level}` : `${axis.name}'${id}`
}

/** Positions, as they stand in parentheses. */
export function printPositions(at: readonly Position[]): string {
  return at.map((p) => (isIndex(p) ? printIndex(p) : `${p}`)).join(', ')
}

/** An expression as text; what lies deeper than `depth` becomes an ellipsis. */
export function print({ shape }: Expr, depth = 12): string {
  if (depth === 0) return '…'
  const inner = (node: Expr): string => print(node, depth - 1)
  switch (shape.kind) {
    case 'const':
      return `${shape.value}`
    case 'read':
      return shape.at.length === 0
        ? shape.array.name
        : `${shape.array.name}(${printPositions(shape.at)})`
    case 'sum':
      return `sum[${printIndex(shape.index)}] ${inner(shape.body)}`
    case 'same':
      return `same(${printPositions([shape.a, shape.b])})`
    case 'view': {
      const to = shape.to.map((p) => printPositions([p]))
      return `(${inner(shape.node)})[${shape.from.map((i, k) => `${printIndex(i)} := ${to[k]}`).join(', ')}]`
    }
    case 'apply': {
      const args = shape.args.map(inner)
      const symbol = symbols[shape.primitive.name]
      if (symbol) return `(${args.join(` ${symbol} `)})`
      return shape.primitive.name === 'neg'
        ? `-${args.join()}`
        : `${shape.primitive.name}(${args.join(', ')})`
    }
  }
}
