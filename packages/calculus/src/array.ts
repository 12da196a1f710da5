import { read } from './apply.ts'
import type { Axis } from './axis.ts'
import type { ArraySymbol, Stage } from './node.ts'
import { tensorOf, type Tensor } from './tensor.ts'

/** A leaf as authors use it: a tensor that knows its symbol. */
export type Leaf<R extends number> = Tensor<R> & { readonly symbol: ArraySymbol<R> }

/** A leaf or its symbol. */
export type Named = ArraySymbol | { readonly symbol: ArraySymbol }

/** The rank of a leaf or symbol. */
export type RankOf<L> =
  L extends ArraySymbol<infer R>
    ? R
    : L extends { readonly symbol: ArraySymbol<infer R> }
      ? R
      : number

/** How a leaf is stored: how often it changes (default `step`), and whether all members share one copy. */
export interface ArrayOptions {
  readonly stage?: Stage
  readonly shared?: boolean
}

let count = 0

/** Makes a leaf array over the axes; rank 0 is an expression. */
export function array<const A extends readonly Axis[]>(
  name: string,
  axes: A,
  { stage = 'step', shared = false }: ArrayOptions = {},
): Leaf<A['length']> {
  const symbol: ArraySymbol = { name, axes, stage, shared, id: ++count }
  const leaf = tensorOf(name, axes, (at) => read(symbol, at))
  if (axes.length > 0) Object.assign(leaf, { symbol })
  return leaf as Leaf<A['length']>
}

/** The symbol of a leaf, or the symbol itself. */
export function symbolOf(named: Named): ArraySymbol {
  return 'symbol' in named ? named.symbol : named
}
