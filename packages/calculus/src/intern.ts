import { positionsKey } from './axis.ts'
import { hashOf } from './hash.ts'
import { Expr, type Shape } from './node.ts'

/** Weak on purpose: a node that nobody holds leaves with the garbage collector, and its key soon after. */
const table = new Map<string, WeakRef<Expr>>()
const forgotten = new FinalizationRegistry<string>((key) => {
  if (table.get(key)?.deref() === undefined) table.delete(key)
})
let count = 0

/** The one node of this shape. */
export function intern(shape: Shape): Expr {
  const key = keyOf(shape)
  const known = table.get(key)?.deref()
  if (known) return known
  const node = Object.freeze(new Expr(++count, shape, origin?.birth ?? birth(), hashOf(shape)))
  table.set(key, new WeakRef(node))
  forgotten.register(node, key)
  return node
}

let origin: Expr | null = null

/** Nodes that are made meanwhile come from this one: an error in them leads to its author, and no stack is taken. */
export function derivedFrom<T>(node: Expr, work: () => T): T {
  const outer = origin
  origin = node
  try {
    return work()
  } finally {
    origin = outer
  }
}

/** A stack that is only spelled out when somebody reads it. */
function birth(): { readonly stack?: string } {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 40
  const holder: { stack?: string } = {}
  Error.captureStackTrace(holder, intern)
  Error.stackTraceLimit = limit
  return holder
}

function keyOf(shape: Shape): string {
  switch (shape.kind) {
    case 'const':
      return `c${Object.is(shape.value, -0) ? '-0' : shape.value}`
    case 'read':
      return `r${shape.array.id}@${positionsKey(shape.at)}`
    case 'sum':
      return `s${shape.index.id}:${shape.body.id}`
    case 'same':
      return `=${positionsKey([shape.a, shape.b])}`
    case 'view':
      return `v${shape.node.id}@${positionsKey(shape.from)}>${positionsKey(shape.to)}`
    case 'apply': {
      const ids = shape.args.map((a) => a.id)
      if (shape.primitive.commutative) ids.sort((a, b) => a - b)
      return `${shape.primitive.name}(${ids.join()})`
    }
  }
}
