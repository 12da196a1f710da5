import { elementaryFunctions, type Kernel } from '@ganglion/calculus'
import type { Emitted } from './emit.ts'
import { memory } from './memory.ts'
import { webAssembly } from './web-assembly.ts'

type Run = (members: number, table: number, pool: number) => void

/** A program as a module, with its constants in memory: it holds no state, so all who run the program share it. */
export interface Made {
  readonly run: Run
  readonly text: string
  readonly pool: Float64Array
}

/** Modules by their bytes: equal programs share one. */
const known = new Map<string, Run>()

/** Makes a module ready to run. */
export function make({ bytes, imports, constants }: Emitted): Made {
  const text = Buffer.from(bytes).toString('base64')
  const run = known.get(text) ?? instantiate(bytes, imports)
  known.set(text, run)
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

/**
 * Tells the module where the arrays stand; what lies elsewhere is copied in and out. `scratch` stands after them.
 */
export function placed(
  { run, pool }: Made,
  count: number,
  inputs: number,
  scratch: Float64Array | null = null,
): Kernel['run'] {
  const place = memory.allocate(Math.ceil((count + 1) / 2))
  const addresses = new Uint32Array(place.buffer, place.byteOffset, count + 1)
  if (scratch) addresses[count] = scratch.byteOffset
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
