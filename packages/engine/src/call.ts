import type { Backend, Kernel, Program } from '@ganglion/calculus'
import type { Blocks } from '@ganglion/core'

/** Blocks by the prefix of the arrays that a program reads: `state.left` is `left` of the group `state`. */
export type Groups = { readonly [prefix: string]: Blocks }

interface Slot {
  readonly at: number
  readonly prefix: string
  readonly key: string
}

/** A program ready to be run on blocks; compiled when it is first run. */
export class Call {
  readonly #program: Program
  readonly #backend: Backend
  readonly #slots: readonly Slot[]
  readonly #arrays: Float64Array[] = []
  #kernel: Kernel | undefined

  constructor(program: Program, backend: Backend) {
    this.#program = program
    this.#backend = backend
    this.#slots = program.inputs.map(({ name }, at) => {
      const dot = name.indexOf('.')
      return { at, prefix: dot < 0 ? '' : name.slice(0, dot), key: name.slice(dot + 1) }
    })
  }

  /** Reads inputs from groups, writes outputs by their name. Outputs must not be inputs. */
  run(groups: Groups, outputs: Blocks, members: number): void {
    const kernel = (this.#kernel ??= this.#backend.compile(this.#program))
    const arrays = this.#arrays
    for (const { at, prefix, key } of this.#slots) arrays[at] = groups[prefix]![key]!.numbers
    const first = this.#slots.length
    this.#program.outputs.forEach(({ name }, k) => {
      arrays[first + k] = outputs[name]!.numbers
    })
    kernel.run(arrays, members)
  }
}
