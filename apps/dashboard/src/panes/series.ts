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

/** Columns of dots that are drawn of every so many. */
const patterns: Readonly<Record<Style, readonly [drawn: number, of: number]>> = {
  solid: [1, 1],
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
    else broken(canvas, across, up, one)
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

/** Dashes and dots by the column, so that they stay where they are while the line grows. */
function broken(
  canvas: Canvas,
  across: readonly number[],
  up: readonly number[],
  { ink, style }: Series,
): void {
  const [drawn, of] = patterns[style]
  for (let k = 1; k < up.length; k++) {
    const [x0, x1, y0, y1] = [across[k - 1]!, across[k]!, up[k - 1]!, up[k]!]
    if (![x0, x1, y0, y1].every(Number.isFinite)) continue
    if (Math.round(x0) === Math.round(x1)) {
      if (Math.round(x0) % of < drawn) canvas.line(x0, y0, x1, y1, ink)
      continue
    }
    let last = y0
    for (let dot = Math.ceil(x0); dot <= x1; dot++) {
      const now = y0 + ((y1 - y0) * (dot - x0)) / (x1 - x0)
      if (dot % of < drawn) canvas.line(dot, style === 'dotted' ? now : last, dot, now, ink)
      last = now
    }
  }
}

/** A level over the whole width. */
export function level(value: number, x: Range, ink: number): Series {
  return { at: [x.low, x.high], values: [value, value], ink, style: 'dotted' }
}
