import type { Backend, Kernel, Known, Pairing, Program } from '@ganglion/calculus'
import type { Block, Blocks } from '@ganglion/core'
import { isUniform } from './uniform.ts'

/** Blocks by the prefix of the arrays that a program reads: `state.left` is `left` of the group `state`. */
export type Groups = { readonly [prefix: string]: Blocks }

/** Arrays of one group, at their places in the list that the kernel takes. */
interface Segment {
  readonly prefix: string
  readonly keys: readonly string[]
  readonly places: readonly number[]
  /** What was last put there. */
  last: Blocks | null
  /** What was put there lately: messages come from pools and states take turns, so it is mostly one of these. */
  readonly recent: Seen[]
}

/** Blocks of a group in the order of a segment's keys. */
interface Seen {
  readonly blocks: Blocks
  readonly arrays: readonly Float64Array[]
  /** For each the block in which all members have the same few numbers, or null. */
  readonly uniform: readonly (Block | null)[]
}

/** So many are remembered for each group. */
const memorable = 32

/** An input whose numbers are built into the kernel. */
interface Fixture {
  readonly place: number
  readonly block: Block
  readonly numbers: readonly number[]
}

/** More cells than this are read from memory: a kernel is no place for tables. */
const mostCells = 16

/** A program ready to be run on blocks; compiled when it is first run. */
export class Call {
  readonly #program: Program
  readonly #backend: Backend
  readonly #pairing: Pairing | undefined
  readonly #inputs: readonly Segment[]
  readonly #outputs: Segment
  readonly #arrays: Float64Array[] = []
  /** For each input the block in which all members have the same numbers, or null. */
  readonly #uniform: (Block | null)[]
  /** Inputs that changed under way: they are not built in again. */
  readonly #restless = new Set<number>()
  readonly #isFixed: readonly boolean[]
  /** For so many members what follows from fixed arrays has been found. */
  #settled = 0
  #fixtures: readonly Fixture[] = []
  #kernel: Kernel | undefined

  constructor(program: Program, backend: Backend, pairing?: Pairing) {
    this.#pairing = pairing
    this.#program = program
    this.#backend = backend
    this.#inputs = segments(program.inputs.map(({ name }) => name))
    this.#uniform = program.inputs.map(() => null)
    this.#isFixed = program.inputs.map((input) => input.stage === 'fixed')
    const names = program.outputs.map(({ name }) => name)
    const places = names.map((_, k) => program.inputs.length + k)
    this.#outputs = { prefix: '', keys: names, places, last: null, recent: [] }
  }

  /**
   * Reads inputs from groups, writes outputs by their name. Outputs must not be inputs. One of a pair asks for the array in
   * which it keeps numbers, or finds them.
   */
  run(
    groups: Groups,
    outputs: Blocks,
    members: number,
    kept?: (cells: number) => Float64Array,
  ): void {
    const inputs = this.#inputs
    for (let k = 0; k < inputs.length; k++) {
      const blocks = groups[inputs[k]!.prefix]!
      if (inputs[k]!.last !== blocks && this.#put(inputs[k]!, blocks)) this.#kernel = undefined
    }
    if (this.#outputs.last !== outputs) this.#put(this.#outputs, outputs)
    if (this.#anyChanged()) this.#kernel = undefined
    this.#kernel ??= this.#compiled()
    if (this.#kernel.kept)
      this.#arrays[this.#uniform.length + this.#outputs.keys.length] = kept!(this.#kernel.kept)
    if (this.#kernel.again && this.#settled === members) this.#kernel.again(this.#arrays, members)
    else this.#kernel.run(this.#arrays, members)
    this.#settled = members
  }

  /** Puts blocks where the kernel takes them; tells whether another kernel is needed. */
  #put(segment: Segment, blocks: Blocks): boolean {
    segment.last = blocks
    const { arrays, uniform } =
      segment.recent.find((s) => s.blocks === blocks) ?? seen(segment, blocks)
    const { places } = segment
    let other = false
    for (let k = 0; k < places.length; k++) {
      const place = places[k]!
      if (this.#isFixed[place] && this.#arrays[place] !== arrays[k]) this.#settled = 0
      this.#arrays[place] = arrays[k]!
      if (place >= this.#uniform.length) continue
      if (uniform[k]?.numbers !== this.#uniform[place]?.numbers) other = true
      this.#uniform[place] = uniform[k]!
    }
    return other
  }

  #anyChanged(): boolean {
    let changed = false
    for (const { place, block, numbers } of this.#fixtures) {
      for (let cell = 0; cell < numbers.length; cell++) {
        if (Object.is(block.numbers[cell * block.members], numbers[cell])) continue
        this.#restless.add(place)
        changed = true
      }
    }
    return changed
  }

  #compiled(): Kernel {
    this.#settled = 0
    this.#fixtures = this.#uniform.flatMap((block, place) =>
      block && !this.#restless.has(place) ? [{ place, block, numbers: firstOf(block) }] : [],
    )
    const { inputs } = this.#program
    const known: Known = new Map(
      this.#fixtures.map(({ place, numbers }) => [inputs[place]!.name, numbers]),
    )
    return this.#backend.compile(this.#program, known, this.#pairing)
  }
}

/** The numbers of the first member. */
const firstOf = ({ cells, members, numbers }: Block): number[] =>
  Array.from({ length: cells }, (_, cell) => numbers[cell * members]!)

function seen({ keys, recent }: Segment, blocks: Blocks): Seen {
  const found = keys.map((key) => blocks[key]!)
  const uniform = found.map((b) => (isUniform(b) && b.cells <= mostCells ? b : null))
  const made = { blocks, arrays: found.map((b) => b.numbers), uniform }
  // A group of one or two is found again as fast as it is remembered.
  if (keys.length <= 2) return made
  if (recent.length === memorable) recent.shift()
  recent.push(made)
  return made
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
    return { prefix, keys: places.map((at) => parts[at]!.key), places, last: null, recent: [] }
  })
}
