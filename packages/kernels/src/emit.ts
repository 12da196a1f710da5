import { Code } from './code.ts'
import { needed } from './needed.ts'
import { argumentsOf, type Value } from './value.ts'
import { schedule } from './schedule.ts'
import type { Assembled } from './assemble.ts'
import { writeValue } from './write-value.ts'
import { moduleOf, signed, type, unsigned } from './wasm.ts'

/** Numbers of instructions that only this file uses. */
const op = {
  load: 0x00,
  splat: 0x0a,
  loadLow: 0x5d,
  store: 0x0b,
  storeLow: 0x5b,
} as const

/** Members a vector holds, and the bytes of a double. */
const width = 2
const bytes = 8

/** A module, the functions that it imports and the constants that it wants in memory. */
export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly imports: readonly string[]
  readonly constants: readonly number[]
}

/**
 * Writes a module whose `run(members, table, pool)` computes the outputs of all members: pairs of them, then an odd last
 * one. `table` is where the addresses of the arrays stand, `pool` where its constants do. `shared` arrays have no members.
 */
export function emit(
  assembled: Assembled,
  shared: readonly boolean[],
  kept: KeptArray | null = null,
): Emitted {
  return new Emitter(assembled, shared, kept).module()
}

/** An array in which the cells of a pair of members stand side by side: it is written and read in one go. */
export interface KeptArray {
  readonly array: number
  readonly cells: number
}

/** Of i32: the parameters, then bytes from cell to cell, the member's place and the end of the pairs. */
const members = 0
const table = 1
const pool = 2
const parameters = 3
const stride = 3
const here = 4
const end = 5
/** Where the kept numbers of these members stand. */
const keptHere = 6
const ownIntegers = 7

class Emitter {
  readonly #code = new Code()
  readonly #outputs: Assembled['outputs']
  readonly #values: readonly Value[]
  readonly #shared: readonly boolean[]
  readonly #kept: KeptArray | null
  readonly #imports: readonly string[]
  /** What is the same for all members: constants, shared numbers and what follows from these. */
  readonly #still: ReadonlySet<Value>
  /** Addresses of cells, one local each. */
  readonly #addresses = new Map<string, number>()
  readonly #locals = new Map<Value, number>()
  #vectors = 0

  constructor({ line, outputs }: Assembled, shared: readonly boolean[], kept: KeptArray | null) {
    this.#kept = kept
    this.#outputs = outputs
    this.#shared = shared
    this.#values = schedule(needed(line.values, outputs))
    this.#still = stillAmong(this.#values, (v) => this.#isShared(v))
    this.#imports = [...new Set(this.#values.flatMap((v) => (v.kind === 'call' ? [v.name] : [])))]
    for (const { array, cell } of this.#cells()) {
      const key = `${array}.${array === kept?.array ? 0 : cell}`
      if (!this.#addresses.has(key)) this.#addresses.set(key, ownIntegers + this.#addresses.size)
    }
  }

  module(): Emitted {
    for (const value of this.#values)
      this.#locals.set(value, ownIntegers + this.#addresses.size + this.#vectors++)
    this.#head()
    this.#pairs()
    this.#odd()
    const constants = this.#values.flatMap((v) => (v.kind === 'constant' ? [v.value] : []))
    const locals = [
      { count: ownIntegers - parameters + this.#addresses.size, type: type.i32 },
      { count: this.#vectors, type: type.v128 },
    ]
    const body = this.#code.finish()
    const bytes = moduleOf(this.#imports, { parameters, locals, body })
    return { bytes, imports: this.#imports, constants }
  }

  #cells(): { array: number; cell: number }[] {
    return [...this.#values.filter((v) => v.kind === 'load'), ...this.#outputs]
  }

  #integer(value: number): Code {
    return this.#code.put(0x41, ...signed(value))
  }

  /** What does not change from member to member: addresses, constants, shared numbers. */
  #head(): void {
    const code = this.#code
    this.#integer(bytes)
    code.get(members).put(0x6c).set(stride)
    code.get(members)
    this.#integer(-width)
    code.put(0x71)
    this.#integer(bytes)
    code.put(0x6c).set(end)
    for (const [key, local] of this.#addresses) {
      const [array, cell] = key.split('.').map(Number) as [number, number]
      code.get(table).put(0x28, 2, ...unsigned(4 * array))
      this.#integer(this.#shared[array] ? cell * bytes : cell)
      if (!this.#shared[array]) code.get(stride).put(0x6c)
      code.put(0x6a).set(local)
    }
    // Constants come from memory: one that stands in the code is made anew inside the loop.
    let place = 0
    for (const value of this.#values) {
      if (value.kind === 'constant')
        code
          .get(pool)
          .simd(op.splat)
          .put(3, ...unsigned(bytes * place++))
      else if (this.#isShared(value)) code.get(this.#address(value)).simd(op.splat).put(3, 0)
      else if (this.#still.has(value)) this.#value(value, true)
      else continue
      code.set(this.#locals.get(value)!)
    }
  }

  #pairs(): void {
    const code = this.#code
    code.put(0x02, 0x40, 0x03, 0x40)
    code.get(here).get(end).put(0x4f, 0x0d, 1)
    this.#body(true)
    code.get(here)
    this.#integer(width * bytes)
    code.put(0x6a).set(here).put(0x0c, 0, 0x0b, 0x0b)
  }

  #odd(): void {
    const code = this.#code
    code.get(members)
    this.#integer(1)
    code.put(0x71, 0x04, 0x40)
    this.#body(false)
    code.put(0x0b)
  }

  #body(whole: boolean): void {
    if (this.#kept) {
      this.#code.get(this.#address({ array: this.#kept.array, cell: 0 })).get(here)
      this.#integer(this.#kept.cells)
      this.#code.put(0x6c, 0x6a).set(keptHere)
    }
    for (const value of this.#values) {
      if (this.#still.has(value)) continue
      this.#value(value, whole)
      this.#code.set(this.#locals.get(value)!)
      for (const output of this.#outputs) if (output.value === value) this.#store(output, whole)
    }
    for (const output of this.#outputs)
      if (this.#still.has(output.value)) this.#store(output, whole)
  }

  /** Stored as soon as it is known, so that its register is free. */
  #store(output: Assembled['outputs'][number], whole: boolean): void {
    const offset = this.#place(output)
    this.#code.get(this.#locals.get(output.value)!)
    if (whole) this.#code.simd(op.store).put(3, ...offset)
    else this.#code.simd(op.storeLow).put(3, ...offset, 0)
  }

  #load(cell: { readonly array: number; readonly cell: number }, whole: boolean): void {
    const offset = this.#place(cell)
    this.#code.simd(whole ? op.load : op.loadLow).put(3, ...offset)
  }

  /** Puts the address of a cell of these members; what is still to be added is answered. */
  #place({ array, cell }: { readonly array: number; readonly cell: number }): number[] {
    if (array === this.#kept?.array) {
      this.#code.get(keptHere)
      return unsigned(cell * width * bytes)
    }
    this.#code.get(this.#address({ array, cell })).get(here).put(0x6a)
    return [0]
  }

  #isShared(value: Value): value is Value & { kind: 'load' } {
    return value.kind === 'load' && (this.#shared[value.array] ?? false)
  }

  #address({ array, cell }: { readonly array: number; readonly cell: number }): number {
    return this.#addresses.get(`${array}.${cell}`)!
  }

  #value(value: Value, whole: boolean): void {
    if (value.kind === 'load') this.#load(value, whole)
    else
      writeValue(this.#code, value, {
        get: (v) => this.#locals.get(v)!,
        imports: this.#imports,
        lanes: whole ? 2 : 1,
      })
  }
}

function stillAmong(
  values: readonly Value[],
  isShared: (value: Value) => boolean,
): ReadonlySet<Value> {
  const still = new Set<Value>()
  for (const value of values) {
    const args = argumentsOf(value)
    const follows = args.length > 0 && args.every((a) => still.has(a))
    if (value.kind === 'constant' || isShared(value) || follows) still.add(value)
  }
  return still
}
