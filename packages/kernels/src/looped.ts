import { lower, type Kernel, type Known, type Program } from '@ganglion/calculus'
import { scratchOf, type Setting } from './addresses.ts'
import type { Assembled } from './assemble.ts'
import { emitNest } from './emit-nest.ts'
import type { Flat } from './flatten.ts'
import { memory } from './memory.ts'
import { make, placed, type Made } from './module.ts'
import { longestAxis, type Limits } from './loop-weight.ts'
import { nest } from './nest.ts'

/** A program that keeps its loops, ready to be placed. */
export interface Looped extends Pick<Kernel, 'text'> {
  readonly kept: 0
  readonly place: () => Kernel['run']
}

/**
 * Compiles a program that is too large to stand unrolled. Lanes are members, or elements of its longest axis where there
 * is one member. Null where neither can be.
 */
export function looped(
  program: Program,
  known: Known,
  translate: (flat: Flat) => Assembled,
  limits?: Limits,
): Looped | null {
  const lowered = lower(program)
  const numbers = program.inputs.map(({ name }) => known.get(name))
  const count = program.inputs.length + program.outputs.length
  const made = (lanes: Setting['lanes']): Made | null => {
    const axis = lanes === 'elements' ? longestAxis(lowered) : null
    const nested = nest(lowered, axis, numbers, limits)
    const shared = program.inputs.map((input) => input.shared)
    const { temporaries } = lowered
    return (
      nested && make(emitNest(nested, { lanes, temporaries, arrays: count, shared, translate }))
    )
  }
  const many = made('members')
  if (!many) return null
  let single: Made | null | undefined
  const scratch = (lanes: Setting['lanes']) =>
    memory.allocate(Math.max(2, scratchOf({ temporaries: lowered.temporaries, lanes }) / 8))
  const place = (): Kernel['run'] => {
    const all = placed(many, count, program.inputs.length, scratch('members'))
    let one: Kernel['run'] | null = null
    return (arrays, members) => {
      if (members !== 1) return all(arrays, members)
      if (single === undefined) single = made('elements')
      one ??= single ? placed(single, count, program.inputs.length, scratch('elements')) : all
      return one(arrays, members)
    }
  }
  return { text: many.text, kept: 0, place }
}
