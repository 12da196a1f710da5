import { place, type Range } from './axis.ts'
import { Canvas } from './braille.ts'
import { marks, type Glyphs } from './glyphs.ts'
import type { Run } from './run.ts'

/** A point of the plane. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A path through the plane, oldest point first; a point that is not finite is a gap. */
export interface Path {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly ink: number
  /** The share of the points, from the oldest, that are drawn dotted; half of them when left out. */
  readonly faded?: number
}

/** A phase plane: where the paths have been, and where they should end. */
export interface PhasePlane {
  readonly paths: readonly Path[]
  readonly targets: readonly (Point & { readonly ink: number })[]
}

/**
 * Draws paths that fade with age: the older part is dotted, the newer solid. The first point of a path is marked `○` (ASCII
 * `S`), the last `●` (`E`), targets `✕` (`X`). A target covers a path, the last point of a path covers a target.
 */
export function drawPhasePlane(
  { paths, targets }: PhasePlane,
  x: Range,
  y: Range,
  columns: number,
  rows: number,
  glyphs: Glyphs = 'braille',
): Run[][] {
  const canvas = new Canvas(columns, rows, glyphs)
  const at = (point: Point): [number, number] => [
    place(point.x, x, canvas.dotsAcross),
    place(point.y, y, canvas.dotsDown),
  ]
  const { start, end, target } = marks[glyphs]
  for (const path of paths) trace(canvas, path, at)
  for (const path of paths) canvas.mark(...at(points(path)[0] ?? nowhere), start, path.ink)
  for (const point of targets) canvas.mark(...at(point), target, point.ink)
  for (const path of paths) canvas.mark(...at(points(path).at(-1) ?? nowhere), end, path.ink)
  return canvas.rows()
}

const nowhere: Point = { x: NaN, y: NaN }

/** The finite points of a path. */
function points({ x, y }: Path): Point[] {
  return x
    .map((value, k) => ({ x: value, y: y[k] ?? NaN }))
    .filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y))
}

function trace(canvas: Canvas, path: Path, at: (point: Point) => [number, number]): void {
  const { ink, faded = 0.5 } = path
  const count = Math.min(path.x.length, path.y.length)
  const young = Math.floor(count * faded)
  let [lastX, lastY] = [NaN, NaN]
  for (let k = 0; k < count; k++) {
    const [x, y] = at({ x: path.x[k]!, y: path.y[k]! })
    if (k >= young && k > 0 && Number.isFinite(lastX + lastY)) canvas.line(lastX, lastY, x, y, ink)
    // A dotted part keeps a distance of three dots, however close its points are.
    else if (k < young && Math.abs(x - lastX) + Math.abs(y - lastY) < 3) continue
    else canvas.dot(x, y, ink)
    ;[lastX, lastY] = [x, y]
  }
}

/**
 * Widens one of two linear ranges about its middle until a unit is as long across as it is down on a drawing of so many
 * columns and rows (a character is taken to be twice as high as wide), so that a circle looks like one.
 */
export function equalAspect(x: Range, y: Range, columns: number, rows: number): [Range, Range] {
  const [across, down] = [Math.max(1, columns * 2 - 1), Math.max(1, rows * 4 - 1)]
  const unit = Math.max((x.high - x.low) / across, (y.high - y.low) / down)
  return [widened(x, unit * across), widened(y, unit * down)]
}

function widened(range: Range, span: number): Range {
  const margin = (span - (range.high - range.low)) / 2
  return margin > 0 ? { low: range.low - margin, high: range.high + margin } : range
}
