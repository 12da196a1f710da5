import {
  javascript,
  lower,
  type Backend,
  type Kernel,
  type Known,
  type Pairing,
  type Program,
} from '@ganglion/calculus'
import { fusedElementary } from './elementary/index.ts'
import { checkCanary } from './canary.ts'
import { assemble, type Assembled } from './assemble.ts'
import { emit } from './emit.ts'
import { flatten, type Flat } from './flatten.ts'
import { fuse } from './fuse.ts'
import { keeping, keptBy, type Kept } from './kept.ts'
import { looped } from './looped.ts'
import { memory } from './memory.ts'
import { make, placed } from './module.ts'

/** A program of more steps than this keeps its loops, if lanes can follow. */
const manySteps = 3000
/** No more stand unrolled in any case. */
const mostSteps = 20_000
/** A module may hold 50 000 local variables a function; every value is one, and so is every address. */
const mostValues = 40_000

interface Compiled extends Pick<Kernel, 'text'> {
  readonly kept: number
  /** Places arrays of its own: two who run the program do not move each other's. */
  readonly place: () => Pick<Kernel, 'run' | 'again'>
}

/** A back end of vector instructions; `translate` writes the code of a program. */
function backend(translate: (flat: Flat) => Assembled, check: () => void): Backend {
  const compiled = new WeakMap<Program, Map<string, Compiled | null>>()
  let checked = false
  return {
    allocate: (length) => memory.allocate(length),
    compile(program, known = new Map(), pairing) {
      if (!checked) {
        checked = true
        check()
      }
      const kept = pairing && pairOf(program, pairing)
      const key = `${kept ? pairing!.side : ''};${keyOf(known)}`
      const all = compiled.get(program) ?? new Map<string, Compiled | null>()
      const before = all.get(key)
      const found =
        before === undefined
          ? compiledFrom(program, known, translate, kept && pairing && { kept, side: pairing.side })
          : before
      compiled.set(program, all.set(key, found))
      return found ? kernelOf(program, found) : javascript.compile(program)
    },
  }
}

const pairs = new WeakMap<Program, { readonly other: Program; readonly kept: Kept | null }>()

/** What the programs of a pair have in common; found once for each pair. */
function pairOf(program: Program, { side, other }: Pairing): Kept | null {
  const [writes, reads] = side === 'writes' ? [program, other] : [other, program]
  const known = pairs.get(writes)
  if (known?.other === reads) return known.kept
  const kept = keptBy(writes, reads, manySteps)
  pairs.set(writes, { other: reads, kept })
  return kept
}

/** The bits of numbers count: -0 is not 0. */
const keyOf = (known: Known): string =>
  [...known]
    .map(([name, numbers]) => `${name}=${numbers.map((x) => (Object.is(x, -0) ? '-0' : x)).join()}`)
    .join(';')

function kernelOf({ inputs, outputs }: Program, { text, place, kept }: Compiled): Kernel {
  const arrays = [...inputs, ...outputs].map(({ name }) => name)
  return { text, arrays, kept, ...place() }
}

/** Null for a program that is too large. */
function compiledFrom(
  program: Program,
  known: Known,
  translate: (flat: Flat) => Assembled,
  pair: { readonly kept: Kept; readonly side: Pairing['side'] } | null | undefined,
): Compiled | null {
  const whole = flatten(
    lower(program),
    mostSteps,
    program.inputs.map(({ name }) => known.get(name)),
  )
  // What is only copied takes no steps, but a place for each number.
  const length = whole ? whole.steps.length + whole.outputs.length : Infinity
  const loops = length > manySteps ? looped(program, known, { translate }) : null
  if (loops && !pair) return loops
  if (!whole) return null
  const count = program.inputs.length + program.outputs.length
  const flat = pair ? keeping(whole, pair.kept, pair.side, count) : whole
  const assembled = translate(flat)
  if (assembled.line.values.length > mostValues) return null
  const shared = program.inputs.map((input) => input.shared)
  const emitted = emit(
    assembled,
    shared,
    pair ? { array: count, cells: pair.kept.reads.length } : null,
  )
  const kept = pair ? pair.kept.reads.length : 0
  const module = make(emitted)
  const arrays = count + (kept > 0 ? 1 : 0)
  const place = () => ({ run: placed(module, arrays, program.inputs.length) })
  return { text: module.text, kept, place }
}

/** SIMD WebAssembly with the bits of the reference evaluator: the profile `exact`. */
export const exact: Backend = backend(
  (flat) => assemble(flat),
  () => checkCanary(exact),
)

/**
 * SIMD WebAssembly with fused products and sums: the profile `fast`. The same bits on the same machine and version of
 * Node; elsewhere they may differ, and statistics agree.
 */
export const fast: Backend = backend(
  (flat) => fuse(assemble(flat, fusedElementary)),
  () => undefined,
)
