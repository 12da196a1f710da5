import { lower, type Kernel, type Known, type Lowered, type Program } from '@ganglion/calculus'
import { scratchOf, type Setting } from './addresses.ts'
import type { Assembled } from './assemble.ts'
import { emitNest } from './emit-nest.ts'
import type { Flat } from './flatten.ts'
import { memory } from './memory.ts'
import { make, placed, type Made } from './module.ts'
import { longestAxis, type Limits } from './loop-weight.ts'
import { nest } from './nest.ts'
import { once } from './once.ts'
import { rowsOnly } from './rows.ts'
import { fuseLoops } from './fuse-loops.ts'

/** A program that keeps its loops, ready to be placed. */
export interface Looped extends Pick<Kernel, 'text'> {
  readonly kept: 0
  readonly place: () => Pick<Kernel, 'run' | 'again'>
}

/** How loops become code. */
export interface Style {
  readonly translate: (flat: Flat) => Assembled
  readonly limits?: Limits | undefined
}

/** More numbers than this are computed anew rather than kept. */
const mostOnce = 1 << 22
/** More bytes of temporaries than this are not spent on one member alone, where rows of them would do. */
const mostForOne = 1 << 24

/**
 * Compiles a program that is too large to stand unrolled. What follows from fixed arrays alone is computed once. Null
 * where lanes cannot follow.
 */
export function looped(program: Program, known: Known, style: Style): Looped | null {
  const lowered = lower(program)
  const numbers = program.inputs.map(({ name }) => known.get(name))
  const whole = loopedCode(lowered, numbers, style)
  if (!whole) return null
  const parted = once(
    lowered,
    numbers.map((n) => n !== undefined),
  )
  const before = parted && loopedCode(parted.before, numbers, style)
  const after = parted && loopedCode(parted.after, numbers, style)
  const { text } = whole
  if (!before || !after) return { text, kept: 0, place: () => ({ run: whole.place() }) }
  const inputs = program.inputs.length
  const cells = parted.sizes.reduce((a, b) => a + b, 0)
  const place = (): Pick<Kernel, 'run' | 'again'> => {
    const [all, first, rest] = [whole.place(), before.place(), after.place()]
    let held: { readonly members: number; readonly arrays: readonly Float64Array[] } | null = null
    const again: Kernel['run'] = (arrays, members) => {
      if (!held || held.members !== members) return run(arrays, members)
      rest([...arrays.slice(0, inputs), ...held.arrays, ...arrays.slice(inputs)], members)
    }
    const run: Kernel['run'] = (arrays, members) => {
      if (cells * members > mostOnce) return all(arrays, members)
      if (held?.members !== members)
        held = { members, arrays: parted.sizes.map((size) => memory.allocate(size * members)) }
      first([...arrays.slice(0, inputs), ...held.arrays], members)
      again(arrays, members)
    }
    return { run, again }
  }
  return { text, kept: 0, place }
}

interface LoopedCode {
  readonly text: string
  readonly place: () => Kernel['run']
}

/** Code whose lanes are members, or elements of the longest axis where there is one member. */
function loopedCode(
  plain: Lowered,
  known: readonly (readonly number[] | undefined)[],
  { translate, limits }: Style,
): LoopedCode | null {
  const fused = fuseLoops(plain)
  const cut = rowsOnly(fused)
  const { inputs } = fused
  const arrays = inputs.length + fused.outputs.length
  // Two elements in two lanes would need two rows.
  const laid = { members: cut, elements: fused }
  const size = (lanes: Setting['lanes']): number =>
    scratchOf({ temporaries: laid[lanes].temporaries, lanes })
  const made = (lanes: Setting['lanes']): Made | null => {
    if (lanes === 'elements' && cut !== fused && size(lanes) > mostForOne) return null
    const { temporaries } = laid[lanes]
    const axis = lanes === 'elements' ? longestAxis(fused) : null
    const nested = nest(laid[lanes], axis, known, limits)
    const shared = inputs.map((input) => input.shared)
    return nested && make(emitNest(nested, { lanes, temporaries, arrays, shared, translate }))
  }
  const many = made('members')
  if (!many) return null
  let single: Made | null | undefined
  const scratch = (lanes: Setting['lanes']): Float64Array =>
    memory.allocate(Math.max(2, size(lanes) / 8))
  const place = (): Kernel['run'] => {
    const all = placed(many, arrays, inputs.length, scratch('members'))
    let one: Kernel['run'] | null = null
    return (given, members) => {
      if (members !== 1) return all(given, members)
      if (single === undefined) single = made('elements')
      one ??= single ? placed(single, arrays, inputs.length, scratch('elements')) : all
      return one(given, members)
    }
  }
  return { text: many.text, place }
}
