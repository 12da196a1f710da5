import { place, valueAt, type Range } from './axis.ts'
import { Canvas } from './braille.ts'
import { marks, type Glyphs } from './glyphs.ts'
import { heatAt, heatShades, shadeOf, type PlaneHeat } from './plane-heat.ts'
import type { Path, Point } from './phase-plane.ts'
import { drawRegions } from './regions.ts'
import type { Run } from './run.ts'

/** Inks of what is drawn on the plane. */
export interface PointInks {
  readonly targets: number
  readonly generated: number
  readonly heat: number
}

/** True and generated points of a plane, where the generated ones have been, and how high a function stands under them. */
export interface PointPlane {
  readonly targets: readonly Point[]
  readonly generated: readonly Point[]
  readonly trails: readonly Path[]
  readonly heat: PlaneHeat | null
  /** Whether dots part the regions that are nearest to one true point. */
  readonly regions: boolean
  readonly inks: PointInks
}

/** What stands for points: true, generated, both in one character. Several generated ones are a digit, nine are nine or more. */
export const pointMarks: Readonly<
  Record<Glyphs, { readonly target: string; readonly generated: string; readonly both: string }>
> = {
  braille: { target: marks.braille.target, generated: marks.braille.end, both: '◆' },
  ascii: { target: marks.ascii.target, generated: 'G', both: '@' },
}

/** Draws points over trails over regions over heat; what lies outside the ranges is left out. */
export function drawPointPlane(
  plane: PointPlane,
  x: Range,
  y: Range,
  columns: number,
  rows: number,
  glyphs: Glyphs = 'braille',
): Run[][] {
  const canvas = new Canvas(columns, rows, glyphs)
  if (plane.regions) drawRegions(canvas, plane.targets, x, y, plane.inks.targets)
  for (const trail of plane.trails) drawTrail(canvas, trail, x, y)
  markPoints(canvas, plane, x, y, glyphs)
  const drawn = canvas.rows()
  if (!plane.heat) return drawn
  const heat = plane.heat
  const [low, high] = spanOf(heat.values)
  return drawn.map((runs, row) => {
    const up = valueAt(canvas.dotsDown - 2.5 - 4 * row, y, canvas.dotsDown)
    return shaded(runs, plane.inks.heat, (column) => {
      const value = heatAt(heat, valueAt(2 * column + 0.5, x, canvas.dotsAcross), up)
      return shadeOf((value - low) / (high - low || 1), heatShades[glyphs])
    })
  })
}

function spanOf(values: readonly number[]): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** Puts shades where a row is blank. */
function shaded(runs: readonly Run[], ink: number, shade: (column: number) => string): Run[] {
  const found: { text: string; ink: number }[] = []
  let column = 0
  for (const run of runs)
    for (const character of run.text) {
      const text = character === ' ' ? shade(column) : character
      const own = character === ' ' ? (text === ' ' ? 0 : ink) : run.ink
      const last = found.at(-1)
      if (last?.ink === own) last.text += text
      else found.push({ text, ink: own })
      column++
    }
  return found
}

/** The older share of a trail dotted, the newer solid; places that are no dot apart are left out. */
function drawTrail(
  canvas: Canvas,
  { x: across, y: up, ink, faded = 0.5 }: Path,
  x: Range,
  y: Range,
): void {
  const young = Math.floor(across.length * faded)
  let [lastX, lastY] = [NaN, NaN]
  for (let k = 0; k < across.length; k++) {
    const atX = place(across[k]!, x, canvas.dotsAcross)
    const atY = place(up[k]!, y, canvas.dotsDown)
    const gone = Math.abs(atX - lastX) + Math.abs(atY - lastY)
    if (gone < (k < young ? 3 : 1)) continue
    if (k >= young && Number.isFinite(gone)) canvas.line(lastX, lastY, atX, atY, ink)
    else canvas.dot(atX, atY, ink)
    ;[lastX, lastY] = [atX, atY]
  }
}

/** Marks every character that holds a point, by what it holds. */
function markPoints(
  canvas: Canvas,
  { targets, generated, inks }: PointPlane,
  x: Range,
  y: Range,
  glyphs: Glyphs,
): void {
  const own = pointMarks[glyphs]
  const held = new Map<string, { at: [number, number]; target: boolean; count: number }>()
  const hold = (point: Point, target: boolean): void => {
    const at: [number, number] = [
      place(point.x, x, canvas.dotsAcross),
      place(point.y, y, canvas.dotsDown),
    ]
    if (!Number.isFinite(at[0] + at[1])) return
    const cell = `${Math.round(at[0]) >> 1} ${(canvas.dotsDown - 1 - Math.round(at[1])) >> 2}`
    const found = held.get(cell) ?? { at, target: false, count: 0 }
    held.set(cell, {
      at,
      target: found.target || target,
      count: found.count + (target ? 0 : 1),
    })
  }
  for (const point of targets) hold(point, true)
  for (const point of generated) hold(point, false)
  for (const { at, target, count } of held.values()) {
    const several = count > 1 ? String(Math.min(9, count)) : null
    const one = target ? own.both : own.generated
    if (count === 0) canvas.mark(...at, own.target, inks.targets)
    else canvas.mark(...at, several ?? one, inks.generated)
  }
}
