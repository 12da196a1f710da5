import type { Observation } from '@ganglion/core'

/** The reading of a signal of this name, with so many cells, at a phase: plausible numbers for the names that the engine writes. */
function reading(name: string, cells: number, phase: number): number | readonly number[] {
  const list = Array.from({ length: cells }, (_, k) => cellOf(name, k, cells, phase))
  return cells === 1 ? list[0]! : list
}

function cellOf(name: string, k: number, cells: number, phase: number): number {
  if (name.endsWith('.weights') || name.endsWith('.masses')) return 1 / cells
  if (name.endsWith('.alive')) return 1
  if (name.endsWith('.deviation')) return 1
  // Right ends lie to the right of left ends, whatever the phase.
  const shift = name.endsWith('.right') ? 0.75 : 0
  return k - cells / 2 + shift + phase * (1 + 0.25 * k)
}

/** Names that hold one number whatever the size of the game. */
const scalar = (name: string): boolean =>
  !name.includes('.') || name.endsWith('.deviation') || name.startsWith('gradient.')

/** Observations with these signals, in games of some sizes: `sizes[i]` cells at phase i. */
export function synthetic(
  names: readonly string[],
  sizes: readonly number[],
): readonly Observation[] {
  return sizes.map((cells, step) => ({
    step,
    signals: Object.fromEntries(
      names.map((name) => [name, reading(name, scalar(name) ? 1 : cells, step / 8)]),
    ),
  }))
}
