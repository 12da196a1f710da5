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
  for (const whole of series) {
    const one = thinned(whole, x, canvas.dotsAcross)
    const across = one.at.map((value) => place(value, x, canvas.dotsAcross))
    const up = one.values.map((value) => place(value, y, canvas.dotsDown))
    if (one.style === 'solid') solid(canvas, across, up, one.ink)
    else broken(canvas, across, up, one.ink, patterns[one.style])
  }
  return canvas.rows()
}

/** A series without the points that no dot shows: of each column the first, the least, the greatest, the last and a gap stay. */
export function thinned(series: Series, x: Range, dots: number): Series {
  const { at, values } = series
  if (values.length <= 2 * dots) return series
  const kept: number[] = []
  const scale = (dots - 1) / (x.high - x.low)
  for (let from = 0; from < values.length;) {
    const dot = Math.round((at[from]! - x.low) * scale)
    let to = from + 1
    while (to < values.length && Math.round((at[to]! - x.low) * scale) === dot) to++
    keep(kept, values, from, to)
    from = to
  }
  return { ...series, at: kept.map((k) => at[k]!), values: kept.map((k) => values[k]!) }
}

/** Adds the places that stay of a stretch, in order, none twice. */
function keep(kept: number[], values: readonly number[], from: number, to: number): void {
  let [least, most, gap] = [from, from, from]
  for (let k = from + 1; k < to; k++) {
    const value = values[k]!
    if (!Number.isFinite(value)) gap = k
    else if (!(values[least]! <= value)) least = k
    else if (!(values[most]! >= value)) most = k
  }
  let last = -1
  const add = (place: number): void => {
    if (place > last) kept.push(place)
    last = Math.max(last, place)
  }
  add(from)
  add(Math.min(least, most, gap))
  add(middle(least, most, gap))
  add(Math.max(least, most, gap))
  add(to - 1)
}

const middle = (a: number, b: number, c: number): number =>
  a + b + c - Math.min(a, b, c) - Math.max(a, b, c)

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
    const [enter, leave] = inside(y0, dy, canvas.dotsDown)
    const first = Math.ceil(gone + enter * length) - gone
    for (let at = first; at < leave * length; at++)
      if ((gone + at) % of < drawn)
        canvas.dot(x0 + (dx * at) / length, y0 + (dy * at) / length, ink)
    gone += length
  }
}

/** The shares of a stretch at which it enters and leaves the canvas; far outside there is nothing to see, and much of it. */
function inside(from: number, rise: number, dots: number): [enter: number, leave: number] {
  if (rise === 0) return from < -1 || from > dots ? [1, 0] : [0, 1]
  const [low, high] = [(-1 - from) / rise, (dots - from) / rise]
  return rise > 0 ? [Math.max(0, low), Math.min(1, high)] : [Math.max(0, high), Math.min(1, low)]
}

/** A level over the whole width. */
export function level(value: number, x: Range, ink: number): Series {
  return { at: [x.low, x.high], values: [value, value], ink, style: 'dotted' }
}
