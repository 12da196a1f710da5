import { place, type Range } from './axis.ts'
import { Canvas } from './braille.ts'
import type { Glyphs } from './glyphs.ts'
import type { Run } from './run.ts'

/** Where an eigenvalue of a step lies: what it belongs to shrinks, stays or turns, grows. */
export type Side = 'inside' | 'on' | 'outside'

/** An eigenvalue on the drawing: its distance from `from`, and its side of the unit circle, which rounding may blur. */
export interface PlacedEigenvalue {
  readonly re: number
  readonly im: number
  readonly side: Side
}

/** The marks of the three sides; told apart without any colour. */
export const eigenvalueMarks: Readonly<Record<Glyphs, Readonly<Record<Side, string>>>> = {
  braille: { inside: '●', on: '○', outside: '✕' },
  ascii: { inside: 'o', on: '+', outside: 'X' },
}

/** What a plane of eigenvalues is drawn with. */
export interface EigenvalueInks {
  readonly circle: number
  readonly inside: number
  readonly on: number
  readonly outside: number
}

/** Later ones cover earlier ones: what grows is never hidden. */
const order = ['inside', 'on', 'outside'] as const satisfies readonly Side[]

/**
 * Draws eigenvalues, the axes dotted, and the part of the unit circle that is to be seen, in the plane of lambda - `from`:
 * `from` 0 is the plane itself, 1 a close-up of the place where slow steps have theirs. The circle is followed dot by dot, so
 * it is right however close one looks, and however unlike the scales of both axes are.
 */
export function drawEigenvaluePlane(
  points: readonly PlacedEigenvalue[],
  { from, inks, glyphs }: { from: 0 | 1; inks: EigenvalueInks; glyphs: Glyphs },
  x: Range,
  y: Range,
  columns: number,
  rows: number,
): Run[][] {
  const canvas = new Canvas(columns, rows, glyphs)
  const at = (re: number, im: number): [number, number] => [
    place(re, x, canvas.dotsAcross),
    place(im, y, canvas.dotsDown),
  ]
  const [zeroX, zeroY] = at(0, 0)
  for (let dot = 0; dot < canvas.dotsAcross; dot += 4) canvas.dot(dot, zeroY, inks.circle)
  // A close-up has the circle there.
  if (from === 0)
    for (let dot = 0; dot < canvas.dotsDown; dot += 4) canvas.dot(zeroX, dot, inks.circle)
  drawCircle(canvas, from, x, y, inks.circle)
  for (const side of order)
    for (const point of points)
      if (point.side === side && Number.isFinite(point.re + point.im))
        canvas.mark(...at(point.re, point.im), eigenvalueMarks[glyphs][side], inks[side])
  return canvas.rows()
}

/** A dot for every row and every column that the circle crosses. */
function drawCircle(canvas: Canvas, from: 0 | 1, x: Range, y: Range, ink: number): void {
  const { dotsAcross, dotsDown } = canvas
  for (let dot = 0; dot < dotsDown; dot++)
    for (const re of acrossAt(valueOf(dot, y, dotsDown), from))
      canvas.dot(place(re, x, dotsAcross), dot, ink)
  for (let dot = 0; dot < dotsAcross; dot++) {
    const re = valueOf(dot, x, dotsAcross)
    // (1 - re)(1 + re) without its difference where re is near 1.
    const square = from === 1 ? -re * (2 + re) : 1 - re * re
    if (square < 0) continue
    const im = Math.sqrt(square)
    for (const up of [im, -im]) canvas.dot(dot, place(up, y, dotsDown), ink)
  }
}

/** Where the circle has a height: twice, once or never. */
function acrossAt(im: number, from: 0 | 1): number[] {
  const square = 1 - im * im
  if (square < 0) return []
  const half = Math.sqrt(square)
  const right = from === 1 ? (-im * im) / (1 + half) : half
  return [right, -half - from]
}

const valueOf = (dot: number, { low, high }: Range, dots: number): number =>
  low + ((high - low) * dot) / Math.max(1, dots - 1)
