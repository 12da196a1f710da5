import type { Frame, Observation } from '@ganglion/core'

/** The most points that are kept. */
const most = 2000

/** Positions of points leave trails, so more of their cells are kept. */
const positionsAtMost = 256

/** Points of a run in one block: `numbers` holds the signals of a point one after the other, as `layout` tells. */
export interface PackedPoints {
  readonly layout: readonly { readonly name: string; readonly cells: number }[]
  readonly steps: readonly number[]
  readonly numbers: Float64Array
}

/**
 * The history of member 0 as the engine's thread keeps it: a point costs a copy of its numbers, nothing to collect as garbage.
 * When it is full, every second point goes and the gaps double. Signals of more cells than `cellsAtMost` are left out,
 * positions of more than 256.
 */
export class PackedHistory {
  readonly #cellsAtMost: number
  #layout: { readonly name: string; readonly cells: number }[] = []
  #width = 0
  #steps: number[] = []
  #numbers = new Float64Array(0)
  #gap = 1

  constructor(cellsAtMost: number) {
    this.#cellsAtMost = cellsAtMost
  }

  /** Takes a frame in, if one at its step is kept at all. */
  push(frame: Frame): void {
    const last = this.#steps.at(-1)
    if (last !== undefined && frame.step - last < this.#gap) return
    if (!this.#fits(frame)) this.#begin(frame)
    let at = this.#steps.length * this.#width
    for (const { name, cells } of this.#layout) {
      const { numbers } = frame.signals[name]!
      for (let cell = 0; cell < cells; cell++) this.#numbers[at++] = numbers[cell * frame.members]!
    }
    this.#steps.push(frame.step)
    if (this.#steps.length > most) this.#thin()
  }

  /** The points after a step. */
  since(step: number): PackedPoints {
    let first = this.#steps.length
    while (first > 0 && this.#steps[first - 1]! > step) first--
    return {
      layout: this.#layout,
      steps: this.#steps.slice(first),
      numbers: this.#numbers.slice(first * this.#width, this.#steps.length * this.#width),
    }
  }

  #fits({ signals }: Frame): boolean {
    if (this.#width === 0) return false
    for (const { name, cells } of this.#layout) if (signals[name]?.cells !== cells) return false
    return true
  }

  /** Frames of another shape have another history. */
  #begin({ signals }: Frame): void {
    this.#layout = Object.entries(signals)
      .filter(([name, { cells }]) => cells <= this.#most(name))
      .map(([name, { cells }]) => ({ name, cells }))
    this.#width = this.#layout.reduce((sum, { cells }) => sum + cells, 0)
    this.#steps = []
    this.#numbers = new Float64Array((most + 1) * this.#width)
  }

  #most(name: string): number {
    return name.endsWith('.positions')
      ? Math.max(positionsAtMost, this.#cellsAtMost)
      : this.#cellsAtMost
  }

  #thin(): void {
    const kept = this.#steps.filter((_, at) => at % 2 === 0)
    for (let at = 1; at < kept.length; at++)
      this.#numbers.copyWithin(at * this.#width, 2 * at * this.#width, (2 * at + 1) * this.#width)
    this.#steps = kept
    this.#gap *= 2
  }
}

/** Packed points one by one: scalars as numbers, everything else as lists. */
export function unpack({ layout, steps, numbers }: PackedPoints): Observation[] {
  let at = 0
  return steps.map((step) => {
    const signals: Record<string, number | readonly number[]> = {}
    for (const { name, cells } of layout) {
      signals[name] = cells === 1 ? numbers[at]! : Array.from(numbers.subarray(at, at + cells))
      at += cells
    }
    return { step, signals }
  })
}
