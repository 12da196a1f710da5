import type { Observation } from '@ganglion/core'
import { place, pointMarks, rangeOf, steady, type Glyphs, type Range } from '@ganglion/plot'
import type { CriticCurve } from '../feed.ts'
import { pointLaws } from '../point-laws.ts'
import { boxOf } from '../point-view.ts'
import { excessLine } from './excess-line.ts'
import { framed, instead } from './framed.ts'
import type { Line, Piece } from './line.ts'
import { spanOfCritic } from './critic-span.ts'
import { inks, swatch } from './palette.ts'
import { drawSeries, type Series } from './series.ts'

/** What points of the line are drawn from. */
export interface LinePointData {
  readonly frame: Observation
  readonly critic: CriticCurve | null
  readonly glyphs: Glyphs
}

/** Points of the line, true and generated on a line each, under the critic's curve (its own scale is the axis). */
export function linePointLines(
  { frame, critic, glyphs }: LinePointData,
  columns: number,
  rows: number,
): Line[] {
  const { view, targets, generated } = pointLaws(frame)!
  const box = boxOf(view, targets, generated)
  if (!box) return instead('no point of these laws is a finite number', columns, rows)
  const excess = rows >= 8 ? excessLine(frame, columns, glyphs) : []
  const x = steady(box.x, 16)
  const y = steady(rangeOf(critic?.values ?? [], 0.05))
  const mark = pointMarks[glyphs]
  const lines = framed(
    {
      x,
      y,
      glyphs,
      draw: (inside, span) => drawSeries(curve(critic), x, span, inside, glyphs),
      bands: (across) => [
        { letter: 'T', line: [strip(targets, x, across, mark.target, 'target')] },
        { letter: 'G', line: [strip(generated, x, across, mark.generated, 'generator')] },
      ],
    },
    columns,
    rows - excess.length,
  )
  return [...lines, ...excess]
}

/** What the marks are, and the span of the critic. */
export function linePointLegend({ critic, glyphs }: LinePointData): Piece[][] {
  const mark = pointMarks[glyphs]
  const both: Piece[] = [
    { text: `${mark.target} true`, role: 'target' },
    { text: `${mark.generated} generated`, role: 'generator' },
  ]
  const word = `${swatch('dashed', inks.discriminator, glyphs)} D`
  const span: Piece[] = critic
    ? [{ text: `${word} ${spanOfCritic(critic.values)}`, role: 'discriminator' }]
    : []
  const short: Piece[] = critic ? [{ text: word, role: 'discriminator' }] : []
  const shared: Piece[] = [{ text: '2-9 so many' }]
  return [[...both, ...shared, ...span], [...both, ...span], [...both, ...short], both]
}

function curve(critic: CriticCurve | null): Series[] {
  if (!critic || critic.values.length < 2) return []
  const step = (critic.high - critic.low) / (critic.values.length - 1)
  const at = critic.values.map((_, k) => critic.low + step * k)
  return [{ at, values: critic.values, ink: inks.discriminator, style: 'dashed' }]
}

/** Points on a line of characters; several in one are a digit, nine are nine or more. */
function strip(
  points: readonly number[],
  x: Range,
  columns: number,
  mark: string,
  role: 'target' | 'generator',
): Piece {
  const counts = Array.from({ length: columns }, () => 0)
  for (const point of points) {
    const column = Math.round(place(point, x, columns))
    if (column >= 0 && column < columns) counts[column]!++
  }
  const character = (count: number): string =>
    count === 0 ? ' ' : count === 1 ? mark : String(Math.min(9, count))
  return { text: counts.map(character).join(''), role }
}
