import { place, type Range } from './axis.ts'
import { Canvas, type Run } from './braille.ts'

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
): Run[][] {
  const canvas = new Canvas(columns, rows)
  for (const { value, ink } of levels) {
    const up = place(value, y, canvas.dotsDown)
    for (let dot = 0; dot < canvas.dotsAcross; dot += 4) canvas.dot(dot, up, ink)
  }
  for (const { steps, values, ink } of trajectories) {
    const at = (k: number): [number, number] => [
      place(steps[k]!, x, canvas.dotsAcross),
      place(values[k]!, y, canvas.dotsDown),
    ]
    if (values.length === 1) canvas.dot(...at(0), ink)
    for (let k = 1; k < values.length; k++) canvas.line(...at(k - 1), ...at(k), ink)
  }
  return canvas.rows()
}
