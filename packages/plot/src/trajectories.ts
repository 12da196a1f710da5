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
    let [lastX, lastY] = [NaN, NaN]
    for (let k = 0; k < values.length; k++) {
      const x1 = place(steps[k] ?? NaN, x, canvas.dotsAcross)
      const y1 = place(values[k]!, y, canvas.dotsDown)
      // A number between two gaps is a dot, no line ends there.
      if (Number.isFinite(lastX) && Number.isFinite(lastY)) canvas.line(lastX, lastY, x1, y1, ink)
      else canvas.dot(x1, y1, ink)
      lastX = x1
      lastY = y1
    }
  }
  return canvas.rows()
}
