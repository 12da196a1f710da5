import { derivedFrom } from './intern.ts'
import { freshIndex, isIndex, type Index, type Position } from './axis.ts'
import { num, same } from './apply.ts'
import { symbolOf, type Named, type RankOf } from './array.ts'
import { at, sumOver } from './bind.ts'
import { chain } from './chain.ts'
import type { ArraySymbol, Expr } from './node.ts'
import { tensorOf, type AnyTensor, type Tensor } from './tensor.ts'
import { childrenOf, constantValue, topological } from './walk.ts'

/** For every array its gradient, of the array's rank. */
export type Gradients<L extends readonly Named[]> = { [K in keyof L]: Tensor<RankOf<L[K]>> }

interface Contribution {
  readonly at: readonly Position[]
  readonly adjoint: Expr
}

/**
 * The gradient of `y` by arrays: one tensor each, over the array's axes. `y` may have free indices (a family: its
 * gradient is then one too). Reverse mode: an adjoint is summed over every index that the argument lacks. The result is
 * an expression like any other, so it can be differentiated again.
 */
export function gradient<const L extends readonly Named[]>(y: Expr, arrays: L): Gradients<L> {
  const symbols = arrays.map(symbolOf)
  const opened = new Map<Index, Index>()
  for (const i of y.free) if (i.level > 0) opened.set(i, freshIndex(i.axis))
  const reopened = new Map([...opened].map(([bound, fresh]) => [fresh, bound]))
  const found = derivedFrom(y, () => contributions(at(y, opened), new Set(symbols)))
  return symbols.map((symbol): AnyTensor => {
    const reads = found.get(symbol) ?? []
    return tensorOf(`gradient by ${symbol.name}`, symbol.axes, (outs) => {
      return derivedFrom(y, () => {
        const parts = reads.map((r) => transported(r.adjoint, outs, r.at))
        return at(total(parts), reopened)
      })
    })
  }) as Gradients<L>
}

const total = (parts: readonly Expr[]): Expr => parts.reduce((a, b) => a.plus(b), num(0))

/** What every read of the arrays contributes, found from the top down. */
function contributions(
  y: Expr,
  symbols: ReadonlySet<ArraySymbol>,
): Map<ArraySymbol, Contribution[]> {
  const order = topological([y])
  const relevant = relevantNodes(order, symbols)
  const parts = new Map<Expr, Expr[]>([[y, [num(1)]]])
  const found = new Map<ArraySymbol, Contribution[]>()
  const give = (node: Expr, part: Expr): void => {
    if (relevant.has(node) && constantValue(part) !== 0) push(parts, node, part)
  }
  for (const node of order.reverse()) {
    if (!relevant.has(node) || !parts.has(node)) continue
    const adjoint = total(parts.get(node)!)
    const { shape } = node
    if (shape.kind === 'read') push(found, shape.array, { at: shape.at, adjoint })
    else passDown(node, adjoint, give)
  }
  return found
}

function relevantNodes(order: readonly Expr[], symbols: ReadonlySet<ArraySymbol>): Set<Expr> {
  const relevant = new Set<Expr>()
  for (const node of order) {
    const { shape } = node
    const reads = shape.kind === 'read' && symbols.has(shape.array)
    if (reads || childrenOf(node).some((c) => relevant.has(c))) relevant.add(node)
  }
  return relevant
}

function passDown(node: Expr, adjoint: Expr, give: (node: Expr, part: Expr) => void): void {
  const { shape } = node
  if (shape.kind === 'sum') give(shape.body, adjoint)
  if (shape.kind === 'view') {
    const names = shape.node.free.filter(({ level }) => level > 0)
    const positions = names.map((i) => {
      const k = shape.from.indexOf(i)
      return k < 0 ? i : shape.to[k]!
    })
    give(shape.node, transported(adjoint, names, positions))
  }
  if (shape.kind === 'apply') {
    const slopes = shape.primitive.slopes(shape.args, node)
    shape.args.forEach((arg, k) => give(arg, summed(node, arg, chain(adjoint, slopes[k]!))))
  }
}

/** Sums over every bound index of the node that the argument lacks. */
function summed(node: Expr, arg: Expr, part: Expr): Expr {
  const lacking = node.free.filter((i) => i.level > 0 && !arg.free.includes(i))
  return lacking.reduce((sum, i) => sumOver(i, sum), part)
}

/**
 * An adjoint at positions `from` of an array as an expression over `outs`. A bound index is renamed; a literal, an outer
 * index and an index that stood before leave a factor `same`.
 */
function transported(adjoint: Expr, outs: readonly Position[], from: readonly Position[]): Expr {
  const renaming = new Map<Index, Position>()
  const factors: Expr[] = []
  from.forEach((p, k) => {
    const out = outs[k]!
    const bound = isIndex(p) && p.level > 0
    if (bound && !renaming.has(p)) renaming.set(p, out)
    else factors.push(same(out, bound ? renaming.get(p)! : p))
  })
  return factors.reduce((product, f) => f.times(product), at(adjoint, renaming))
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
