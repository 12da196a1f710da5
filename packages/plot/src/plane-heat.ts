import type { Range } from './axis.ts'
import type { Glyphs } from './glyphs.ts'

/** A function on a rectangle of the plane: its values at evenly spaced points, edges included, row by row from the lowest. */
export interface PlaneHeat {
  readonly x: Range
  readonly y: Range
  /** Values of a row. */
  readonly columns: number
  readonly values: readonly number[]
}

/** Shades from low to high. In ASCII none of them is a mark of points, trails or regions. */
export const heatShades: Readonly<Record<Glyphs, readonly string[]>> = {
  braille: [' ', '·', '░', '▒', '▓'],
  ascii: [' ', '-', '~', '=', '#'],
}

/** The shade of a share from 0 to 1; a blank where it is no number. */
export function shadeOf(share: number, shades: readonly string[]): string {
  if (!Number.isFinite(share)) return ' '
  const at = Math.floor(Math.max(0, share) * shades.length)
  return shades[Math.min(shades.length - 1, at)]!
}

/** The function at a point, bilinear between its neighbours; NaN outside the rectangle. */
export function heatAt({ x, y, columns, values }: PlaneHeat, atX: number, atY: number): number {
  const rows = Math.floor(values.length / columns)
  const across = ((atX - x.low) / (x.high - x.low)) * (columns - 1)
  const up = ((atY - y.low) / (y.high - y.low)) * (rows - 1)
  if (!(across >= 0 && across <= columns - 1 && up >= 0 && up <= rows - 1)) return NaN
  const [column, row] = [
    Math.min(columns - 2, Math.floor(across)),
    Math.min(rows - 2, Math.floor(up)),
  ]
  const [right, above] = [across - column, up - row]
  const at = (r: number, c: number): number => values[(row + r) * columns + column + c]!
  const lower = at(0, 0) + (at(0, 1) - at(0, 0)) * right
  const upper = at(1, 0) + (at(1, 1) - at(1, 0)) * right
  return lower + (upper - lower) * above
}
