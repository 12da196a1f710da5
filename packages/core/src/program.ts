import type { AnyTensor, ArraySymbol } from '@ganglion/calculus'

/** Expressions to be computed together from leaf arrays. */
export interface Program {
  readonly name: string
  readonly inputs: readonly ArraySymbol[]
  readonly outputs: readonly { readonly name: string; readonly tensor: AnyTensor }[]
}
