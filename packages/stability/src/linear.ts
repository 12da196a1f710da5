import {
  array,
  axesOf,
  narrow,
  symbolOf,
  tangent,
  type AnyTensor,
  type ArraySymbol,
  type Axis,
  type Backend,
  type Program,
} from '@ganglion/calculus'
import type { Block, Blocks } from '@ganglion/core'
import { Call, type Groups } from '@ganglion/engine'

/** Tangents by array: number c of direction m stands at `c * directions + m`. */
export type Tangents = Readonly<Record<string, Float64Array>>

/**
 * The derivative of a program along a direction of some of its inputs: what `push` is of `measure` and `bend` of
 * `respond`, derived for every program in the same way. It reads what the program reads, and beside each moving input
 * `state.left` its tangent `dstate.left`; its outputs have the names of those they are the tangents of.
 */
export function linearised(program: Program, moves: (input: string) => boolean): Program {
  const moving = program.inputs.filter(({ name }) => moves(name))
  const leaves = moving.map(({ name, axes }) => array(`d${name}`, axes))
  const along = new Map(
    moving.map((symbol, k): [ArraySymbol, AnyTensor] => [symbol, leaves[k]! as AnyTensor]),
  )
  const whole = {
    name: `${program.name}.tangent`,
    inputs: [...program.inputs, ...leaves.map((leaf) => symbolOf(leaf))],
    outputs: program.outputs.map(({ name, tensor }) => ({ name, tensor: tangent(tensor, along) })),
  }
  return narrow(whole, () => true)
}

/** A linearised program, ready to be run on values and tangents. */
export class Linear {
  readonly #call: Call
  readonly #cells: readonly (readonly [name: string, cells: number])[]

  constructor(program: Program, moves: (input: string) => boolean, backend: Backend) {
    this.#call = new Call(linearised(program, moves), backend)
    this.#cells = program.outputs.map(({ name, tensor }) => [name, cellsOf(axesOf(tensor))])
  }

  /**
   * Fresh tangents of all outputs. `values` are the groups that the program reads; `moving` are groups of the same
   * prefixes whose blocks bear tangents.
   */
  run(values: Groups, moving: Groups, members: number): Record<string, Float64Array> {
    const outputs = this.blocks(members)
    const { '': scalars = {}, ...groups } = moving
    const tangents = Object.entries(groups).map(([prefix, b]) => [`d${prefix}`, bare(b)] as const)
    const all = {
      ...values,
      ...Object.fromEntries(tangents),
      '': { ...values[''], ...constantOrMoving(scalars) },
    }
    this.#call.run(all, outputs, members)
    return Object.fromEntries(Object.entries(outputs).map(([name, { numbers }]) => [name, numbers]))
  }

  /** Fresh blocks for all outputs of the program. */
  blocks(members: number): Record<string, Block> {
    return Object.fromEntries(this.#cells.map(([name, cells]) => [name, blockOf(cells, members)]))
  }
}

const cellsOf = (axes: readonly Axis[]): number => axes.reduce((n, { size }) => n * size, 1)

function blockOf(cells: number, members: number): Block {
  return { cells, members, layout: 'lanes', numbers: new Float64Array(cells * members) }
}

/** The tangents of blocks as blocks. Throws an Error for numbers that nobody knows the tangent of. */
function bare(blocks: Blocks): Blocks {
  return Object.fromEntries(
    Object.entries(blocks).map(([name, { tangent: change, ...block }]) => {
      if (!change)
        throw new Error(
          `the script made numbers of its own (${name}): their tangents are unknown. Let it add messages with \`combine\``,
        )
      return [name, { ...block, numbers: change }]
    }),
  )
}

/** Rates and the like by the names of their tangents; those that bear none are constants. */
const constantOrMoving = (blocks: Blocks): Blocks =>
  Object.fromEntries(
    Object.entries(blocks).map(([name, { tangent: change, ...block }]) => [
      `d${name}`,
      { ...block, numbers: change ?? zeros(block.numbers.length) },
    ]),
  )

/** Blocks that bear these tangents, and zeros where there are none. */
export function bearing(blocks: Blocks, tangents: Tangents): Blocks {
  return Object.fromEntries(
    Object.entries(blocks).map(([name, { cells, members, layout, numbers }]) => {
      const change = tangents[name] ?? zeros(numbers.length)
      return [name, { cells, members, layout, numbers, tangent: change }]
    }),
  )
}

const known = new Map<number, Float64Array>()

/** So many zeros; shared, for tangents are never overwritten. */
function zeros(length: number): Float64Array {
  const found = known.get(length) ?? new Float64Array(length)
  known.set(length, found)
  return found
}
