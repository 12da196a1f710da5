import type { Numbers } from './batch.ts'

/** A value with its derived slopes, as a function of numbers: what differences and kinks are looked for in. */
export interface Field {
  /** What the value is, for a finding: `payoff`. */
  readonly value: string
  /** Values of members side by side. */
  readonly valueOf: (members: readonly Numbers[]) => readonly number[]
  /** Derived slopes of members side by side, by the name of the array that moves. */
  readonly slopesOf: (members: readonly Numbers[]) => readonly Numbers[]
  /** Arrays that move, each with what its slope is called: `state.left` -> `ascent of left`. */
  readonly moving: Readonly<Record<string, string>>
}

/** A cell of an array. */
export interface Cell {
  readonly array: string
  readonly at: number
}

/** The cells of the arrays that move. */
export function cellsOf({ moving }: Field, here: Numbers): readonly Cell[] {
  return Object.keys(moving).flatMap((array) =>
    Array.from(here[array]!, (_, at) => ({ array, at })),
  )
}

/** The numbers with one cell moved. */
export function moved(here: Numbers, { array, at }: Cell, by: number): Numbers {
  const numbers = Array.from(here[array]!)
  numbers[at]! += by
  return { ...here, [array]: numbers }
}

/** The numbers moved along a direction: here + t * direction. */
export function along(here: Numbers, direction: Numbers, t: number): Numbers {
  const entries = Object.entries(direction).map(([array, d]) => [
    array,
    Array.from(here[array]!, (x, k) => x + t * d[k]!),
  ])
  return { ...here, ...(Object.fromEntries(entries) as Numbers) }
}

/** The inner product of two sets of numbers over the arrays of the second. */
export function inner(a: Numbers, b: Numbers): number {
  let total = 0
  for (const [array, y] of Object.entries(b)) {
    const x = a[array]!
    for (let k = 0; k < y.length; k++) total += x[k]! * y[k]!
  }
  return total
}
