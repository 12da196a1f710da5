import type { Blocks, MeasureKind, MeasureValues } from '@ganglion/core'

/** The law of one member in numbers, again and again in the same lists: for plain functions that are asked every step. */
export interface LawView {
  readonly law: MeasureValues
  /** Reads the law of a member. */
  readonly read: (coordinates: Blocks, member: number) => void
}

/** A view of laws of this kind, shaped as these blocks. */
export function lawView(kind: MeasureKind, like: Blocks): LawView {
  if (kind === 'mixture') {
    const law = { kind, weights: [] as number[], means: [] as number[], deviation: 0 }
    return {
      law,
      read: (coordinates, member) => {
        readCells(law.weights, coordinates, 'weights', 0, like['weights']!.cells, member)
        readCells(law.means, coordinates, 'means', 0, like['means']!.cells, member)
        law.deviation = coordinates['deviation']!.numbers[member]!
      },
    }
  }
  const count = like['masses']!.cells
  const dimensions = like['positions']!.cells / count
  const masses: number[] = []
  const positions = Array.from({ length: count }, (): number[] => [])
  return {
    law: { kind, positions, masses },
    read: (coordinates, member) => {
      readCells(masses, coordinates, 'masses', 0, count, member)
      for (let n = 0; n < count; n++)
        readCells(positions[n]!, coordinates, 'positions', n * dimensions, dimensions, member)
    },
  }
}

/** Reads so many cells of an array of one member into a list. */
export function readCells(
  to: number[],
  blocks: Blocks,
  name: string,
  from: number,
  cells: number,
  member: number,
): void {
  const { numbers, members } = blocks[name]!
  for (let cell = 0; cell < cells; cell++) to[cell] = numbers[(from + cell) * members + member]!
}
