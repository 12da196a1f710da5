import type { ArraySymbol } from './node.ts'
import type { AnyTensor } from './tensor.ts'

/** What a kernel computes: tensors of some arrays. */
export interface Program {
  readonly name: string
  readonly inputs: readonly ArraySymbol[]
  readonly outputs: readonly { readonly name: string; readonly tensor: AnyTensor }[]
}

/** A compiled program. */
export interface Kernel {
  /** The program as the back end wrote it. */
  readonly text: string
  /** The names of the arrays that `run` takes: inputs, then outputs. */
  readonly arrays: readonly string[]
  /**
   * Computes the outputs of all members. Element (cell, member) of an array stands at cell * members + member, cells
   * row-major; a shared input has no members. Outputs must not share memory with inputs or one another.
   */
  run(arrays: readonly Float64Array[], members: number): void
  /** The same, where no array of stage `fixed` has changed since the last run: what follows from these is not found again. */
  again?(arrays: readonly Float64Array[], members: number): void
  /**
   * Cells of an extra array, after the others, in which the first of a pair keeps numbers for the second; 0 for none. It
   * holds so many times members + 1 numbers, in an order of the kernel's own.
   */
  readonly kept?: number
}

/** A program runs after another on the same inputs: what the one computes at length the other may read. */
export interface Pairing {
  readonly side: 'writes' | 'reads'
  readonly other: Program
}

/** Numbers of inputs by name, row-major, where all members have the same: a kernel may build them in. */
export type Known = ReadonlyMap<string, readonly number[]>

/** One way to run programs. All back ends give the same bits. */
export interface Backend {
  compile(program: Program, known?: Known, pairing?: Pairing): Kernel
  /** An array of this many numbers, where kernels of this back end want it. */
  allocate(length: number): Float64Array
}
