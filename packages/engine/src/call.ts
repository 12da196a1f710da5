import type { Backend, Kernel, Program } from '@ganglion/calculus'
import type { Blocks } from '@ganglion/core'

/** Blocks by the prefix of the arrays that a program reads: `state.left` is `left` of the group `state`. */
export type Groups = { readonly [prefix: string]: Blocks }

/** Arrays of one group, at their places in the list that the kernel takes. */
interface Segment {
  readonly prefix: string
  readonly keys: readonly string[]
  readonly places: readonly number[]
  /** The blocks that were last put there: messages come from pools, so they are mostly the same. */
  last: Blocks | null
}

/** A program ready to be run on blocks; compiled when it is first run. */
export class Call {
  readonly #program: Program
  readonly #backend: Backend
  readonly #inputs: readonly Segment[]
  readonly #outputs: Segment
  readonly #arrays: Float64Array[] = []
  #kernel: Kernel | undefined

  constructor(program: Program, backend: Backend) {
    this.#program = program
    this.#backend = backend
    this.#inputs = segments(program.inputs.map(({ name }) => name))
    const names = program.outputs.map(({ name }) => name)
    const places = names.map((_, k) => program.inputs.length + k)
    this.#outputs = { prefix: '', keys: names, places, last: null }
  }

  /** Reads inputs from groups, writes outputs by their name. Outputs must not be inputs. */
  run(groups: Groups, outputs: Blocks, members: number): void {
    const kernel = (this.#kernel ??= this.#backend.compile(this.#program))
    const inputs = this.#inputs
    for (let k = 0; k < inputs.length; k++) this.#put(inputs[k]!, groups[inputs[k]!.prefix]!)
    this.#put(this.#outputs, outputs)
    kernel.run(this.#arrays, members)
  }

  #put(segment: Segment, blocks: Blocks): void {
    if (segment.last === blocks) return
    segment.last = blocks
    const { keys, places } = segment
    for (let k = 0; k < keys.length; k++) this.#arrays[places[k]!] = blocks[keys[k]!]!.numbers
  }
}

function segments(names: readonly string[]): Segment[] {
  const parts = names.map((name) => {
    const dot = name.indexOf('.')
    return dot < 0
      ? { prefix: '', key: name }
      : { prefix: name.slice(0, dot), key: name.slice(dot + 1) }
  })
  return [...new Set(parts.map((p) => p.prefix))].map((prefix) => {
    const places = parts.flatMap((p, at) => (p.prefix === prefix ? [at] : []))
    return { prefix, keys: places.map((at) => parts[at]!.key), places, last: null }
  })
}
