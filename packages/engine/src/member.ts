import type { Block, Blocks, MeasureKind, MeasureValues } from '@ganglion/core'

/** One member's numbers of a block. */
function numbersOf({ cells, members, numbers }: Block, member: number): number[] {
  return Array.from({ length: cells }, (_, cell) => numbers[cell * members + member]!)
}

/** One member's law in numbers. */
export function valuesOf(kind: MeasureKind, coordinates: Blocks, member: number): MeasureValues {
  const at = (name: string): number[] => numbersOf(coordinates[name]!, member)
  if (kind === 'mixture')
    return { kind, weights: at('weights'), means: at('means'), deviation: at('deviation')[0]! }
  const masses = at('masses')
  const flat = at('positions')
  const dimensions = flat.length / masses.length
  return {
    kind,
    masses,
    positions: masses.map((_, n) => flat.slice(n * dimensions, (n + 1) * dimensions)),
  }
}
