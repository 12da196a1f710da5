import {
  elementaryFunctions,
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
import { memory } from './memory.ts'
import { webAssembly } from './web-assembly.ts'

/** A program of more steps or values than this keeps its loops and runs as compiled JavaScript, in the same memory. */
const mostSteps = 20_000
/** A module may hold 50 000 local variables a function; every value is one, and so is every address. */
const mostValues = 40_000

type Run = (members: number, table: number, pool: number) => void

/** A program as a module, with its constants in memory: it holds no state, so all who run the program share it. */
interface Compiled {
  readonly run: Run
  readonly text: string
  readonly pool: Float64Array
  readonly kept: number
}

/** Modules by their bytes: equal programs share one. */
const made = new Map<string, Run>()

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
  const kept = keptBy(writes, reads, mostSteps)
  pairs.set(writes, { other: reads, kept })
  return kept
}

/** The bits of numbers count: -0 is not 0. */
const keyOf = (known: Known): string =>
  [...known]
    .map(([name, numbers]) => `${name}=${numbers.map((x) => (Object.is(x, -0) ? '-0' : x)).join()}`)
    .join(';')

function kernelOf({ inputs, outputs }: Program, { run, text, pool, kept }: Compiled): Kernel {
  const arrays = [...inputs, ...outputs].map(({ name }) => name)
  const count = arrays.length + (kept > 0 ? 1 : 0)
  return { text, arrays, kept, run: placed(run, count, inputs.length, pool) }
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
  if (!whole) return null
  const count = program.inputs.length + program.outputs.length
  const flat = pair ? keeping(whole, pair.kept, pair.side, count) : whole
  const assembled = translate(flat)
  if (assembled.line.values.length > mostValues) return null
  const shared = program.inputs.map((input) => input.shared)
  const { bytes, imports, constants } = emit(
    assembled,
    shared,
    pair ? { array: count, cells: pair.kept.reads.length } : null,
  )
  const text = Buffer.from(bytes).toString('base64')
  const run = made.get(text) ?? instantiate(bytes, imports)
  made.set(text, run)
  const pool = memory.allocate(Math.max(1, constants.length))
  pool.set(constants)
  return { run, text, pool, kept: pair ? pair.kept.reads.length : 0 }
}

function instantiate(bytes: Uint8Array<ArrayBuffer>, imports: readonly string[]): Run {
  const functions: Readonly<Record<string, (x: number) => number>> = elementaryFunctions
  const needed = Object.fromEntries(imports.map((name) => [name, functions[name]!]))
  const { exports } = new webAssembly.Instance(new webAssembly.Module(bytes), {
    m: { memory: memory.memory, ...needed },
  })
  return exports['run'] as Run
}

/** Tells the module where the arrays stand; what lies elsewhere is copied in and out. */
function placed(run: Run, count: number, inputs: number, pool: Float64Array): Kernel['run'] {
  const place = memory.allocate(Math.ceil(count / 2))
  const addresses = new Uint32Array(place.buffer, place.byteOffset, count)
  const last: (Float64Array | undefined)[] = Array.from({ length: count })
  const inside: (Float64Array | undefined)[] = Array.from({ length: count })
  return (arrays, members) => {
    let foreign = false
    for (let k = 0; k < count; k++) {
      const array = arrays[k]!
      if (array !== last[k]) {
        last[k] = array
        inside[k] = memory.holds(array) ? undefined : memory.allocate(array.length)
        addresses[k] = (inside[k] ?? array).byteOffset
      }
      const copy = inside[k]
      if (!copy) continue
      foreign = true
      if (k < inputs) copy.set(array)
    }
    run(members, place.byteOffset, pool.byteOffset)
    if (!foreign) return
    for (let k = inputs; k < count; k++) if (inside[k]) last[k]!.set(inside[k]!)
  }
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
