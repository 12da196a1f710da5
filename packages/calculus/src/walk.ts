import type { ArraySymbol, Expr } from './node.ts'

/** The nodes directly below. */
export function childrenOf({ shape }: Expr): readonly Expr[] {
  switch (shape.kind) {
    case 'sum':
      return [shape.body]
    case 'view':
      return [shape.node]
    case 'apply':
      return shape.primitive.commutative ? inOrder(shape.args) : shape.args
    default:
      return []
  }
}

/** a + b is b + a, whichever was written first: walks must not depend on it, for gradients add in the order of walks. */
function inOrder(args: readonly Expr[]): readonly Expr[] {
  const [a, b] = args
  return a!.hash <= b!.hash ? args : [b!, a!]
}

/**
 * Nodes below the roots, each once, arguments before their users; iterative, so depth is no limit. A node that `enter`
 * refuses is listed, but not entered.
 */
export function topological(
  roots: readonly Expr[],
  enter: (node: Expr) => boolean = () => true,
): Expr[] {
  const order: Expr[] = []
  const seen = new Set<Expr>()
  const stack: [Expr, boolean][] = roots.map((root): [Expr, boolean] => [root, false]).reverse()
  while (stack.length > 0) {
    const [node, ready] = stack.pop()!
    if (ready) order.push(node)
    else if (!seen.has(node)) {
      seen.add(node)
      stack.push([node, true])
      if (!enter(node)) continue
      for (const child of childrenOf(node)) if (!seen.has(child)) stack.push([child, false])
    }
  }
  return order
}

/** How many different nodes the expressions consist of. */
export function countNodes(exprs: readonly Expr[]): number {
  return topological(exprs).length
}

/** How many different sums over a product they hold: the work of a network. */
export function countContractions(exprs: readonly Expr[]): number {
  return topological(exprs).filter(({ shape }) => {
    if (shape.kind !== 'sum' || shape.body.shape.kind !== 'apply') return false
    return shape.body.shape.primitive.name === 'mul'
  }).length
}

/** Whether an expression reads an array. */
export function dependsOn(expr: Expr, array: ArraySymbol): boolean {
  return topological([expr]).some(({ shape }) => shape.kind === 'read' && shape.array === array)
}

/** The value of a constant; undefined for anything else. */
export function constantValue({ shape }: Expr): number | undefined {
  return shape.kind === 'const' ? shape.value : undefined
}

/** Whether an expression is one number whatever the arrays hold. */
export function isConstant(expr: Expr): boolean {
  return expr.shape.kind === 'const'
}
