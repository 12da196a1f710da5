import type { Block } from '@ganglion/core'

/** Makes a block of an ensemble. */
export function block(
  allocate: (length: number) => Float64Array,
  cells: number,
  members: number,
): Block {
  return { cells, members, layout: 'lanes', numbers: allocate(cells * members) }
}

/**
 * Messages of one kind that live for one step: every `take` within a step gives another, `recycle` gives all back.
 * With `poison`, arrays of an ended step turn to NaN, so whoever kept one without a copy notices.
 */
export class Pool<T> {
  readonly #make: () => T
  readonly #blocks: (item: T) => readonly Block[]
  readonly #poison: boolean
  readonly #items: T[] = []
  #taken = 0

  constructor(make: () => T, blocks: (item: T) => readonly Block[], poison: boolean) {
    this.#make = make
    this.#blocks = blocks
    this.#poison = poison
  }

  take(): T {
    return (this.#items[this.#taken++] ??= this.#make())
  }

  recycle(): void {
    if (this.#poison) {
      for (let k = 0; k < this.#taken; k++)
        for (const { numbers } of this.#blocks(this.#items[k]!)) numbers.fill(NaN)
    }
    this.#taken = 0
  }
}
