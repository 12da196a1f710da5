import {
  elementaryFunctions,
  javascript,
  lower,
  type Backend,
  type Kernel,
  type Program,
} from '@ganglion/calculus'
import { checkCanary } from './canary.ts'
import { assemble, type Assembled } from './assemble.ts'
import { emit } from './emit.ts'
import { flatten } from './flatten.ts'
import { fuse } from './fuse.ts'
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
}

/** Modules by their bytes: equal programs share one. */
const made = new Map<string, Run>()

/** A back end of vector instructions; `rewrite` changes the code of every program. */
function backend(rewrite: (assembled: Assembled) => Assembled, check: () => void): Backend {
  const compiled = new WeakMap<Program, Compiled | null>()
  let checked = false
  return {
    allocate: (length) => memory.allocate(length),
    compile(program) {
      if (!checked) {
        checked = true
        check()
      }
      const known = compiled.get(program)
      const found = known === undefined ? compiledFrom(program, rewrite) : known
      compiled.set(program, found)
      return found ? kernelOf(program, found) : javascript.compile(program)
    },
  }
}

function kernelOf({ inputs, outputs }: Program, { run, text, pool }: Compiled): Kernel {
  const arrays = [...inputs, ...outputs].map(({ name }) => name)
  return { text, arrays, run: placed(run, arrays.length, inputs.length, pool) }
}

/** Null for a program that is too large. */
function compiledFrom(
  program: Program,
  rewrite: (assembled: Assembled) => Assembled,
): Compiled | null {
  const flat = flatten(lower(program), mostSteps)
  if (!flat) return null
  const assembled = rewrite(assemble(flat))
  if (assembled.line.values.length > mostValues) return null
  const shared = program.inputs.map((input) => input.shared)
  const { bytes, imports, constants } = emit(assembled, shared)
  const text = Buffer.from(bytes).toString('base64')
  const run = made.get(text) ?? instantiate(bytes, imports)
  made.set(text, run)
  const pool = memory.allocate(Math.max(1, constants.length))
  pool.set(constants)
  return { run, text, pool }
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
  (assembled) => assembled,
  () => checkCanary(exact),
)

/**
 * SIMD WebAssembly with fused products and sums: the profile `fast`. The same bits on the same machine and version of
 * Node; elsewhere they may differ, and statistics agree.
 */
export const fast: Backend = backend(fuse, () => undefined)
