import { place, type Range } from './axis.ts'
import { Canvas } from './braille.ts'
import type { Glyphs } from './glyphs.ts'
import type { Run } from './run.ts'

/** A number over steps; values that are not finite are gaps. */
export interface Trajectory {
  readonly steps: readonly number[]
  readonly values: readonly number[]
  readonly ink: number
}

/** A level drawn dotted across the whole width. */
export interface Level {
  readonly value: number
  readonly ink: number
}

/** Draws numbers over steps, and levels. What lies outside the ranges is left out, not moved inside. */
export function drawTrajectories(
  trajectories: readonly Trajectory[],
  levels: readonly Level[],
  x: Range,
  y: Range,
  columns: number,
  rows: number,
  glyphs: Glyphs = 'braille',
): Run[][] {
  const canvas = new Canvas(columns, rows, glyphs)
  for (const { value, ink } of levels) {
    const up = place(value, y, canvas.dotsDown)
    for (let dot = 0; dot < canvas.dotsAcross; dot += 4) canvas.dot(dot, up, ink)
  }
  for (const { steps, values, ink } of trajectories) {
    const at = (k: number): [number, number] => [
      place(steps[k]!, x, canvas.dotsAcross),
      place(values[k]!, y, canvas.dotsDown),
    ]
    for (let k = 0; k < values.length; k++) {
      // A number between two gaps is a dot, no line ends there.
      if (k === 0 || !Number.isFinite(at(k - 1)[1])) canvas.dot(...at(k), ink)
      else canvas.line(...at(k - 1), ...at(k), ink)
    }
  }
  return canvas.rows()
}
