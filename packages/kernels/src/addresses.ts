import type { Assembled } from './assemble.ts'
import type { Code } from './code.ts'
import type { Flat } from './flatten.ts'
import type { Place } from './nest-block.ts'
import { signed, unsigned } from './wasm.ts'

const op = {
  load: 0x00,
  loadSplat: 0x0a,
  loadLow: 0x5d,
  loadLane: 0x57,
  store: 0x0b,
  storeLane: 0x5b,
} as const

const bytes = 8

/** What a nest is written for. */
export interface Setting {
  /** Lanes are two members, or two elements of an axis of the only member. */
  readonly lanes: 'members' | 'elements'
  readonly temporaries: readonly number[]
  /** How many arrays there are; the temporaries stand in one more. */
  readonly arrays: number
  readonly shared: readonly boolean[]
  readonly translate: (flat: Flat) => Assembled
}

/** Bytes of the array in which temporaries stand. */
export function scratchOf({ temporaries, lanes }: Pick<Setting, 'temporaries' | 'lanes'>): number {
  return temporaries.reduce((sum, size) => sum + roomOf(size, lanes), 0)
}

/** Where each temporary begins there. */
export function offsetsOf({
  temporaries,
  lanes,
}: Pick<Setting, 'temporaries' | 'lanes'>): number[] {
  let at = 0
  return temporaries.map((size) => {
    const here = at
    at += roomOf(size, lanes)
    return here
  })
}

/** Bytes of one temporary. */
export const roomOf = (size: number, lanes: Setting['lanes']): number =>
  lanes === 'members' ? 16 * size : 16 * Math.ceil(size / 2) + 16

/** Local variables that addresses are made of. */
export interface Registers {
  /** Bytes from cell to cell, and the members' place. */
  readonly stride: number
  readonly here: number
  /** The addresses of the arrays, then that of the temporaries. */
  readonly starts: readonly number[]
  /** Counters of loops by their number. */
  readonly counters: ReadonlyMap<number, number>
}

/** Loads and stores of the places of a block: some have an address of their own, others lie at a known distance from one. */
export class Addresses {
  readonly #code: Code
  readonly #setting: Setting
  readonly #registers: Registers
  readonly #offsets: readonly number[]
  #known: ReadonlyMap<string, number> = new Map()

  constructor(code: Code, setting: Setting, registers: Registers) {
    this.#code = code
    this.#setting = setting
    this.#registers = registers
    this.#offsets = offsetsOf(setting)
  }

  /** One place for each address that these places need. */
  needed(places: Iterable<Place>): Place[] {
    const found = new Map<string, Place>()
    for (const place of places)
      if (!found.has(this.#anchor(place))) found.set(this.#anchor(place), place)
    return [...found.values()]
  }

  /** Computes the addresses that a block needs into local variables from `first` on. */
  begin(places: Iterable<Place>, first: number): void {
    const known = new Map<string, number>()
    for (const place of this.needed(places)) {
      this.#write(place)
      this.#code.set(first + known.size)
      known.set(this.#anchor(place), first + known.size)
    }
    this.#known = known
  }

  #isShared(place: Place): boolean {
    return place.of === 'array' && (this.#setting.shared[place.which] ?? false)
  }

  /** Whether cells lie a number of bytes apart that is known here. */
  #isTight(place: Place): boolean {
    return this.#setting.lanes === 'elements' || place.of === 'temporary' || this.#isShared(place)
  }

  #unit(place: Place): number {
    return this.#setting.lanes === 'members' && place.of === 'temporary' ? 2 * bytes : bytes
  }

  #anchor(place: Place): string {
    const strides = place.strides.map((s) => `${s.counter.id}*${s.stride}`).join('+')
    return `${place.of}${place.which}+${strides}${this.#isTight(place) ? '' : `@${place.offset}`}`
  }

  #write(place: Place): void {
    const code = this.#code
    const tight = this.#isTight(place)
    code.get(
      place.of === 'array' ? this.#registers.starts[place.which]! : this.#registers.starts.at(-1)!,
    )
    if (!tight) code.get(this.#registers.here).put(0x6a)
    for (const { counter, stride: step } of place.strides) {
      code.get(this.#registers.counters.get(counter.id)!)
      code.put(0x41, ...signed(tight ? step * this.#unit(place) : step))
      code.put(0x6c)
      if (!tight) code.get(this.#registers.stride).put(0x6c)
      code.put(0x6a)
    }
    if (tight || place.offset === 0) return
    code.get(this.#registers.stride)
    code.put(0x41, ...signed(place.offset))
    code.put(0x6c, 0x6a)
  }

  #offset(place: Place): number {
    if (!this.#isTight(place)) return 0
    const base = place.of === 'temporary' ? this.#offsets[place.which]! : 0
    return base + place.offset * this.#unit(place)
  }

  /** Puts a number on the stack; only its first lane where not `whole`. */
  load(place: Place, whole: boolean): void {
    const code = this.#code
    const address = this.#known.get(this.#anchor(place))!
    const at = this.#offset(place)
    code.get(address)
    if (this.#setting.lanes === 'members') {
      if (this.#isShared(place)) code.simd(op.loadSplat).put(3, ...unsigned(at))
      else if (place.of === 'temporary' || whole) code.simd(op.load).put(3, ...unsigned(at))
      else code.simd(op.loadLow).put(3, ...unsigned(at))
    } else if (place.lane === 0) code.simd(op.loadSplat).put(3, ...unsigned(at))
    else if (place.lane === 1) code.simd(op.load).put(3, ...unsigned(at))
    else {
      code
        .get(address)
        .simd(op.loadLow)
        .put(3, ...unsigned(at))
      code.simd(op.loadLane).put(3, ...unsigned(at + place.lane * bytes), 1)
    }
  }

  /** Stores a local variable. */
  store(place: Place, value: number, whole: boolean): void {
    const code = this.#code
    const address = this.#known.get(this.#anchor(place))!
    const at = this.#offset(place)
    const lane = (which: number, offset: number): void =>
      void code
        .get(address)
        .get(value)
        .simd(op.storeLane)
        .put(3, ...unsigned(offset), which)
    const both = (): void =>
      void code
        .get(address)
        .get(value)
        .simd(op.store)
        .put(3, ...unsigned(at))
    if (this.#setting.lanes === 'members') {
      if (place.of === 'temporary' || whole) both()
      else lane(0, at)
    } else if (place.lane === 1) both()
    else {
      lane(0, at)
      if (place.lane !== 0) lane(1, at + place.lane * bytes)
    }
  }
}
