import type { Glyphs } from '@ganglion/plot'
import { failureOf } from '../failure.ts'
import type { View } from '../feed.ts'
import { pointLaws } from '../point-laws.ts'
import { densityLegend, densityLines, faultLines } from './densities.ts'
import type { Line, Piece } from './line.ts'
import { linePointLegend, linePointLines } from './points-on-line.ts'
import { pointLegend, pointLines } from './points.ts'

/** What the pane of the two laws depends on; the history where points leave trails. */
export function lawNeeds(view: View): readonly unknown[] {
  const trails = dimensionsOf(view) > 1 ? view.history : null
  return [view.frame, view.critic, view.heat, view.criticFault, failureOf(view) !== null, trails]
}

/** How the pane of the two laws is called: by what they are. */
export function lawTitle(view: View): string {
  return dimensionsOf(view) > 0 ? 'points' : 'densities'
}

/** The two laws and the critic: densities, points of the line, or points of more dimensions. */
export function lawLines(view: View, glyphs: Glyphs, columns: number, rows: number): Line[] {
  const { frame, criticFault } = view
  const dimensions = dimensionsOf(view)
  if (!frame || dimensions === 0)
    return densityLines({ ...view, failed: failureOf(view) !== null, glyphs }, columns, rows)
  const fault = faultLines({ frame, criticFault }, columns, rows)
  const draw = dimensions > 1 ? pointLines : linePointLines
  return [...fault, ...draw({ ...view, frame, glyphs }, columns, rows - fault.length)]
}

/** What is what, in several lengths. */
export function lawLegend(view: View, glyphs: Glyphs): Piece[][] {
  const { frame, critic } = view
  const dimensions = dimensionsOf(view)
  if (!frame || dimensions === 0) return densityLegend({ frame, critic, glyphs })
  if (dimensions === 1) return linePointLegend({ frame, critic, glyphs })
  return pointLegend({ ...view, frame, glyphs })
}

/** Numbers of a point; 0 where the laws are no points. */
const dimensionsOf = ({ frame }: View): number => (frame && pointLaws(frame)?.view.dimensions) ?? 0
