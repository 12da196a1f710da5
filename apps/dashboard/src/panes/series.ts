import { Canvas, place, type Glyphs, type Range, type Run } from '@ganglion/plot'
import type { Inside } from './framed.ts'
import type { Style } from './palette.ts'

/** A number over steps, or over x; what is not finite is a gap. */
export interface Series {
  readonly at: readonly number[]
  readonly values: readonly number[]
  readonly ink: number
  readonly style: Style
}

/** How long a dash is and how far the next one begins behind it, in dots along the line. */
const patterns: Readonly<Record<'dashed' | 'dotted', readonly [drawn: number, of: number]>> = {
  dashed: [5, 8],
  dotted: [1, 4],
}

/** Draws series, the later over the earlier where their inks are equal. What lies outside is left out, never bent to the edge. */
export function drawSeries(
  series: readonly Series[],
  x: Range,
  y: Range,
  { columns, rows }: Inside,
  glyphs: Glyphs,
): Run[][] {
  const canvas = new Canvas(columns, rows, glyphs)
  for (const one of series) {
    const across = one.at.map((value) => place(value, x, canvas.dotsAcross))
    const up = one.values.map((value) => place(value, y, canvas.dotsDown))
    if (one.style === 'solid') solid(canvas, across, up, one.ink)
    else broken(canvas, across, up, one.ink, patterns[one.style])
  }
  return canvas.rows()
}

function solid(
  canvas: Canvas,
  across: readonly number[],
  up: readonly number[],
  ink: number,
): void {
  for (let k = 0; k < up.length; k++) {
    if (k === 0 || !Number.isFinite(up[k - 1])) canvas.dot(across[k]!, up[k]!, ink)
    else canvas.line(across[k - 1]!, up[k - 1]!, across[k]!, up[k]!, ink)
  }
}

/** Dashes and dots by the length of the line from its beginning, so that steep parts have them too. */
function broken(
  canvas: Canvas,
  across: readonly number[],
  up: readonly number[],
  ink: number,
  [drawn, of]: readonly [number, number],
): void {
  if (up.length === 1) canvas.dot(across[0]!, up[0]!, ink)
  let gone = 0
  for (let k = 1; k < up.length; k++) {
    const [x0, y0] = [across[k - 1]!, up[k - 1]!]
    const [dx, dy] = [across[k]! - x0, up[k]! - y0]
    const length = Math.max(Math.abs(dx), Math.abs(dy))
    if (!Number.isFinite(length) || length === 0) continue
    // Far outside there is nothing to see, and very much of it.
    if (length > mostDots) continue
    for (let at = Math.ceil(gone) - gone; at < length; at++)
      if ((gone + at) % of < drawn)
        canvas.dot(x0 + (dx * at) / length, y0 + (dy * at) / length, ink)
    gone += length
  }
}

/** A single stretch longer than this is left out. */
const mostDots = 20_000

/** A level over the whole width. */
export function level(value: number, x: Range, ink: number): Series {
  return { at: [x.low, x.high], values: [value, value], ink, style: 'dotted' }
}
