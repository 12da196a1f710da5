import { Addresses, offsetsOf, roomOf, type Setting } from './addresses.ts'
import type { Assembled } from './assemble.ts'
import { Code } from './code.ts'
import { needed } from './needed.ts'
import type { Block, Nest, Nested, Place } from './nest-block.ts'
import { schedule } from './schedule.ts'
import type { Value } from './value.ts'
import { writeValue } from './write-value.ts'
import { moduleOf, signed, type, unsigned } from './wasm.ts'
import type { Emitted } from './emit.ts'

const op = { loadSplat: 0x0a, store: 0x0b } as const

const bytes = 8
/** Of i32: the parameters, then bytes from cell to cell, the members' place, the end of the pairs, a place for clearing. */
const members = 0
const table = 1
const pool = 2
const parameters = 3
const stride = 3
const here = 4
const end = 5
const cleared = 6
const ownIntegers = 7

/** A block whose values have an order. */
interface Ready {
  readonly block: Block
  readonly values: readonly Value[]
  readonly outputs: Assembled['outputs']
  /** What is carried on, by number. */
  readonly carries: readonly (readonly [Value, number])[]
}

/** Writes a module whose `run(members, table, pool)` plays loops of straight-line code for all members. */
export function emitNest(nested: Nested, setting: Setting): Emitted {
  return new NestEmitter(nested, setting).module()
}

class NestEmitter {
  readonly #code = new Code()
  readonly #nested: Nested
  readonly #setting: Setting
  readonly #ready = new Map<Block, Ready>()
  readonly #imports: string[] = []
  readonly #constants = new Map<number | string, number>()
  readonly #numbers: number[] = []
  /** Counters of loops, addresses of arrays, and addresses inside a block. */
  readonly #counters = new Map<number, number>()
  readonly #starts: number[] = []
  readonly #offsets: readonly number[]
  readonly #addresses: Addresses
  #integers = ownIntegers
  #mostAddresses = 0
  #mostValues = 0

  constructor(nested: Nested, setting: Setting) {
    this.#nested = nested
    this.#setting = setting
    this.#offsets = offsetsOf(setting)
    this.#addresses = new Addresses(this.#code, setting, {
      stride,
      here,
      starts: this.#starts,
      counters: this.#counters,
    })
  }

  module(): Emitted {
    this.#prepare(this.#nested.nests)
    for (let k = 0; k <= this.#setting.arrays; k++) this.#starts.push(this.#integers++)
    this.#head()
    if (this.#setting.lanes === 'members') this.#allMembers()
    else this.#nests(this.#nested.nests, true)
    const vectors = this.#numbers.length + this.#nested.carried + this.#mostValues
    const locals = [
      { count: this.#integers - parameters + this.#mostAddresses, type: type.i32 },
      { count: vectors, type: type.v128 },
    ]
    const bytesOf = moduleOf(this.#imports, { parameters, locals, body: this.#code.finish() })
    return { bytes: bytesOf, imports: this.#imports, constants: this.#numbers }
  }

  /** Writes each block's values once, and finds what all of them need. */
  #prepare(nests: readonly Nest[]): void {
    for (const nest of nests) {
      if (nest.kind === 'loop') {
        this.#counters.set(nest.counter.id, this.#integers++)
        this.#prepare(nest.body)
      }
      if (nest.kind === 'clear') this.#constant(-0)
      if (nest.kind === 'block') this.#prepareBlock(nest)
    }
  }

  #prepareBlock(block: Block): void {
    const carried = [...block.carries]
    const extra = carried.map(([value], k) => ({ array: 2, cell: k, value }))
    const flat = { ...block.flat, outputs: [...block.flat.outputs, ...extra] }
    const { line, outputs } = this.#setting.translate(flat)
    const values = schedule(needed(line.values, outputs))
    for (const value of values) {
      if (value.kind === 'constant') this.#constant(value.value)
      if (value.kind === 'call' && !this.#imports.includes(value.name))
        this.#imports.push(value.name)
    }
    const stored = outputs.filter((o) => o.array === 0)
    const carries = outputs
      .filter((o) => o.array === 2)
      .map((o): [Value, number] => [o.value, carried[o.cell]![1]])
    this.#ready.set(block, { block, values, outputs: stored, carries })
    const own = values.filter((v) => v.kind !== 'constant').length
    this.#mostValues = Math.max(this.#mostValues, own)
  }

  #constant(value: number): number {
    const key = Object.is(value, -0) ? '-0' : Number.isNaN(value) ? 'NaN' : value
    const known = this.#constants.get(key)
    if (known !== undefined) return known
    this.#constants.set(key, this.#numbers.push(value) - 1)
    return this.#numbers.length - 1
  }

  get #vectors(): number {
    return this.#integers + this.#mostAddresses
  }

  #integer(value: number): Code {
    return this.#code.put(0x41, ...signed(value))
  }

  #head(): void {
    const code = this.#code
    // Addresses of a block are written over by the next: the most that one needs are enough.
    this.#mostAddresses = this.#countAddresses()
    this.#integer(bytes)
    code.get(members).put(0x6c).set(stride)
    code.get(members)
    this.#integer(-2)
    code.put(0x71)
    this.#integer(bytes)
    code.put(0x6c).set(end)
    this.#starts.forEach((local, k) => {
      code
        .get(table)
        .put(0x28, 2, ...unsigned(4 * k))
        .set(local)
    })
    this.#numbers.forEach((_, k) => {
      code
        .get(pool)
        .simd(op.loadSplat)
        .put(3, ...unsigned(bytes * k))
        .set(this.#vectors + k)
    })
  }

  #countAddresses(): number {
    const counts = [...this.#ready.values()].map((r) => this.#addresses.needed(placesOf(r)).length)
    return Math.max(0, ...counts)
  }

  #allMembers(): void {
    const code = this.#code
    code.put(0x02, 0x40, 0x03, 0x40)
    code.get(here).get(end).put(0x4f, 0x0d, 1)
    this.#nests(this.#nested.nests, true)
    code.get(here)
    this.#integer(2 * bytes)
    code.put(0x6a).set(here).put(0x0c, 0, 0x0b, 0x0b)
    code.get(members)
    this.#integer(1)
    code.put(0x71, 0x04, 0x40)
    this.#nests(this.#nested.nests, false)
    code.put(0x0b)
  }

  #nests(nests: readonly Nest[], whole: boolean): void {
    for (const nest of nests) {
      if (nest.kind === 'block') this.#block(this.#ready.get(nest)!, whole)
      else if (nest.kind === 'clear') this.#clear(nest.temporary)
      else this.#loop(nest, whole)
    }
  }

  #loop(loop: Extract<Nest, { kind: 'loop' }>, whole: boolean): void {
    const code = this.#code
    const counter = this.#counters.get(loop.counter.id)!
    this.#integer(loop.from)
    code.set(counter).put(0x03, 0x40)
    this.#nests(loop.body, whole)
    code.get(counter)
    this.#integer(loop.by)
    code.put(0x6a, 0x22, ...unsigned(counter))
    this.#integer(loop.to)
    code.put(0x48, 0x0d, 0, 0x0b)
  }

  #clear(temporary: number): void {
    const code = this.#code
    const from = this.#offsets[temporary]!
    const room = roomOf(this.#setting.temporaries[temporary]!, this.#setting.lanes)
    const scratch = this.#starts.at(-1)!
    this.#integer(0)
    code.set(cleared).put(0x03, 0x40)
    code
      .get(scratch)
      .get(cleared)
      .put(0x6a)
      .get(this.#vectors + this.#constant(-0))
    code.simd(op.store).put(3, ...unsigned(from))
    code.get(cleared)
    this.#integer(16)
    code.put(0x6a, 0x22, ...unsigned(cleared))
    this.#integer(room)
    code.put(0x48, 0x0d, 0, 0x0b)
  }

  #block(ready: Ready, whole: boolean): void {
    const { values, outputs, carries } = ready
    const locals = new Map<Value, number>()
    this.#addresses.begin(placesOf(ready), this.#integers)
    let next = this.#vectors + this.#numbers.length + this.#nested.carried
    const get = (value: Value): number => {
      if (value.kind === 'constant') return this.#vectors + this.#constant(value.value)
      if (value.kind === 'load' && value.array === 1)
        return this.#vectors + this.#numbers.length + value.cell
      return locals.get(value)!
    }
    for (const value of values) {
      if (value.kind === 'constant' || (value.kind === 'load' && value.array === 1)) continue
      if (value.kind === 'load') this.#addresses.load(ready.block.places[value.cell]!, whole)
      else writeValue(this.#code, value, { get, imports: this.#imports, lanes: whole ? 2 : 1 })
      locals.set(value, next)
      this.#code.set(next++)
    }
    // What has been read may be written only now.
    for (const { cell, value } of outputs)
      this.#addresses.store(ready.block.places[cell]!, get(value), whole)
    for (const [value, number] of carries)
      this.#code.get(get(value)).set(this.#vectors + this.#numbers.length + number)
  }
}

/** The places that a block reads or writes. */
function placesOf({ block, values, outputs }: Ready): Set<Place> {
  const loads = values.flatMap((v) => (v.kind === 'load' && v.array === 0 ? [v.cell] : []))
  return new Set([...outputs.map((o) => o.cell), ...loads].map((cell) => block.places[cell]!))
}
