import { place, rangeOf, type Range } from './axis.ts'
import { Canvas } from './braille.ts'
import { direction } from './elementary.ts'
import { marks, type Glyphs } from './glyphs.ts'
import { equalAspect } from './phase-plane.ts'
import type { Run } from './run.ts'

/** A point of the complex plane, such as an eigenvalue. */
export interface ComplexPoint {
  readonly re: number
  readonly im: number
  readonly ink: number
}

/** A drawing and what its edges are worth. */
export interface CirclePlot {
  readonly rows: Run[][]
  readonly x: Range
  readonly y: Range
}

/**
 * Draws the unit circle, its axes dotted, and points in and about it: `●` (ASCII `E`) inside or on the circle, `✕` (`X`)
 * outside, which is where a linear iteration grows. The ranges hold the circle and every finite point, in equal aspect.
 */
export function drawUnitCircle(
  points: readonly ComplexPoint[],
  columns: number,
  rows: number,
  glyphs: Glyphs = 'braille',
  circleInk: number = 1,
): CirclePlot {
  const finite = points.filter(({ re, im }) => Number.isFinite(re) && Number.isFinite(im))
  const [x, y] = equalAspect(
    rangeOf([-1.1, 1.1, ...finite.map(({ re }) => re)]),
    rangeOf([-1.1, 1.1, ...finite.map(({ im }) => im)]),
    columns,
    rows,
  )
  const canvas = new Canvas(columns, rows, glyphs)
  const at = (re: number, im: number): [number, number] => [
    place(re, x, canvas.dotsAcross),
    place(im, y, canvas.dotsDown),
  ]
  drawCross(canvas, ...at(0, 0), circleInk)
  const pieces = 96
  for (let k = 0; k < pieces; k++) {
    const [from, to] = [k, k + 1].map((n) => direction((2 * Math.PI * n) / pieces))
    canvas.line(...at(...from!), ...at(...to!), circleInk)
  }
  const { end, target } = marks[glyphs]
  for (const { re, im, ink } of finite) {
    canvas.mark(...at(re, im), re * re + im * im > 1 ? target : end, ink)
  }
  return { rows: canvas.rows(), x, y }
}

function drawCross(canvas: Canvas, x: number, y: number, ink: number): void {
  for (let dot = 0; dot < canvas.dotsAcross; dot += 4) canvas.dot(dot, y, ink)
  for (let dot = 0; dot < canvas.dotsDown; dot += 4) canvas.dot(x, dot, ink)
}
