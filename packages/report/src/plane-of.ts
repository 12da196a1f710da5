import { observe, type Frame } from '@ganglion/core'
import type { PlaneFigure } from './figure.ts'

/** Numbers of a frame as a list. */
const list = (value: number | readonly number[] | undefined): readonly number[] =>
  value === undefined ? [] : typeof value === 'number' ? [value] : value

/** Points two by two: x and y of each. */
const pairs = (numbers: readonly number[]): [number, number][] =>
  Array.from({ length: numbers.length / 2 }, (_, k) => [numbers[2 * k]!, numbers[2 * k + 1]!])

/** The ways of generated points in the plane over the frames of one game, with the true points; null where there are none in the plane. */
export function planeOf(
  frames: readonly Frame[],
  { name, title }: { readonly name: string; readonly title: string },
): PlaneFigure | null {
  const seen = frames.map((frame) => observe(frame, 0).signals)
  const first = seen[0] ?? {}
  const [masses, positions] = [list(first['generator.masses']), list(first['generator.positions'])]
  if (masses.length === 0 || positions.length !== 2 * masses.length) return null
  const rows = seen.map((signals) => pairs(list(signals['generator.positions'])))
  return {
    kind: 'plane',
    name,
    title,
    paths: masses.map((_, k) => ({
      label: `point ${k + 1}`,
      places: rows.map((row) => row[k] ?? [NaN, NaN]),
    })),
    targets: pairs(list(first['target.positions'])),
  }
}
