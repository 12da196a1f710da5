import type { Flat, Operand, Step } from './flatten.ts'

/** A loop's counter. */
export interface Counter {
  readonly id: number
}

/** Where a number stands: an array or a temporary, at offset + strides times counters; `lane` cells from lane to lane. */
export interface Place {
  readonly of: 'array' | 'temporary'
  readonly which: number
  readonly offset: number
  readonly strides: readonly { readonly counter: Counter; readonly stride: number }[]
  readonly lane: number
}

/** Straight-line code. Loads of array 0 are places, those of array 1 are numbers that earlier blocks carry on. */
export interface Block {
  readonly kind: 'block'
  readonly flat: Flat
  readonly places: readonly Place[]
  /** What later blocks need, by the number under which they find it. */
  readonly carries: ReadonlyMap<Step, number>
}

/** A loop, a temporary to be filled with -0, or straight-line code. */
export type Nest =
  | Block
  | { readonly kind: 'clear'; readonly temporary: number }
  | {
      readonly kind: 'loop'
      readonly counter: Counter
      readonly from: number
      readonly to: number
      readonly by: number
      readonly body: readonly Nest[]
    }

/** A program as loops of straight-line code, and how many numbers are carried from block to block. */
export interface Nested {
  readonly nests: readonly Nest[]
  readonly carried: number
}

/** A block that is being written. */
export class Open {
  readonly steps: Step[] = []
  readonly outputs: { array: number; cell: number; value: Operand }[] = []
  readonly places: Place[] = []
  readonly carries = new Map<Step, number>()
  readonly #known = new Map<string, number>()
  /** What temporaries hold that has not been stored. */
  readonly pending = new Map<string, { readonly place: Place; readonly value: Operand }>()
  /** Under which strides a temporary has been read or written. */
  readonly touched = new Map<number, string>()

  place(place: Place): number {
    const key = keyOf(place)
    const known = this.#known.get(key) ?? this.places.push(place) - 1
    this.#known.set(key, known)
    return known
  }

  get empty(): boolean {
    return this.steps.length + this.outputs.length + this.pending.size === 0
  }
}

/** Under which strides a place is found. */
export const stridesKey = ({ strides, lane }: Place): string =>
  `${strides.map((s) => `${s.counter.id}*${s.stride}`).join('+')}/${lane}`

/** Equal for equal places. */
export const keyOf = (place: Place): string =>
  `${place.of}${place.which}@${place.offset}+${stridesKey(place)}`
