import type { Observation } from '@ganglion/core'
import {
  drawPointPlane,
  equalAspect,
  heatShades,
  pointMarks,
  steady,
  type Glyphs,
  type Path,
  type Point,
} from '@ganglion/plot'
import type { CriticHeat } from '../feed.ts'
import { boxOf } from '../point-view.ts'
import { pointLaws, pointsOf, trailsOf, type PointLaws } from '../point-laws.ts'
import { framed, instead } from './framed.ts'
import { excessLine } from './excess-line.ts'
import { spanOfCritic } from './critic-span.ts'
import type { Line, Piece } from './line.ts'
import { inks, swatch } from './palette.ts'

/** What points of two or more dimensions are drawn from. */
export interface PointData {
  readonly frame: Observation
  readonly history: readonly Observation[]
  readonly heat: CriticHeat | null
  readonly glyphs: Glyphs
}

/** Below these sizes of the pane borders of regions would hide what they part. */
const roomForRegions = { columns: 56, rows: 14 }
/** With more true points than this their regions are smaller than what is in them. */
const mostRegions = 25

/** True and generated points and the trails of these, over the critic's heat; under them what the regions lack. */
export function pointLines(data: PointData, columns: number, rows: number): Line[] {
  const laws = pointLaws(data.frame)!
  const { view, targets, generated } = laws
  const box = boxOf(view, targets, generated)
  if (!box) return instead('no point of these laws is a finite number', columns, rows)
  const excess = rows >= 6 ? excessLine(data.frame, columns, data.glyphs) : []
  const plane = {
    targets: pointsOf(view, targets),
    generated: pointsOf(view, generated),
    trails: trails(data, laws),
    heat: data.heat,
    regions: hasRegions(laws, columns, rows),
    inks: { targets: inks.target, generated: inks.generator, heat: inks.discriminator },
  }
  const height = rows - excess.length
  // Axes take a margin and two lines; that much is guessed, a circle stays round.
  const [x, y] = equalAspect(
    steady(box.x, 16),
    steady(box.y, 16),
    columns - 6,
    Math.max(1, height - 2),
  )
  const lines = framed(
    {
      x,
      y,
      glyphs: data.glyphs,
      draw: (inside, span) =>
        drawPointPlane(plane, x, span, inside.columns, inside.rows, data.glyphs),
    },
    columns,
    height,
  )
  return [...lines.map(quietHeat), ...excess]
}

/** Heat is the ground: dim, so that points stand out. */
function quietHeat(line: Line): Line {
  return line.map((piece) => (piece.role === 'discriminator' ? { ...piece, dim: true } : piece))
}

/** What the marks are, the span of the critic, and along which axes more than two dimensions are seen. */
export function pointLegend({ frame, heat, history, glyphs }: PointData): Piece[][] {
  const laws = pointLaws(frame)!
  const mark = pointMarks[glyphs]
  const both: Piece[] = [
    { text: `${mark.target} true`, role: 'target' },
    { text: `${mark.generated} generated`, role: 'generator' },
  ]
  const trail: Piece[] =
    trails({ frame, heat, history, glyphs }, laws).length > 0
      ? [{ text: `${swatch('solid', inks.generator, glyphs)} trails`, role: 'generator' }]
      : []
  const shades = heatShades[glyphs].slice(1, 4).join('')
  const critic: Piece[] = heat
    ? [{ text: `${shades} D ${spanOfCritic(heat.values)}`, role: 'discriminator' }]
    : []
  const bare: Piece[] = heat ? [{ text: `${shades} D`, role: 'discriminator' }] : []
  const shared: Piece[] = [{ text: `${mark.both} both` }, { text: '2-9 so many' }]
  const seen: Piece[] =
    laws.view.dimensions > 2
      ? [{ text: `principal axes 1, 2 of ${laws.view.dimensions}`, bold: true }]
      : []
  const short: Piece[] = seen.map((piece) => ({
    ...piece,
    text: `PC 1, 2 of ${laws.view.dimensions}`,
  }))
  const away = outside(laws)
  const far: Piece[] = away > 0 ? [{ text: `${away} beyond`, role: 'warning' }] : []
  return [
    [...seen, ...far, ...both, ...shared, ...trail, ...critic],
    [...seen, ...far, ...both, ...trail, ...critic],
    [...seen, ...far, ...both, ...critic],
    [...short, ...far, ...both, ...critic],
    [...short, ...far, ...both, ...bare],
    [...short, ...far, ...both],
    [...short, ...far],
    short,
  ]
}

/** Regions of a space of more dimensions are no regions of what is seen of it. */
function hasRegions({ view, targets }: PointLaws, columns: number, rows: number): boolean {
  const count = targets.length / view.dimensions
  const room = columns >= roomForRegions.columns && rows >= roomForRegions.rows
  return room && view.dimensions === 2 && count > 1 && count <= mostRegions
}

/** Generated points that are too far off to be looked at. */
function outside({ view, targets, generated }: PointLaws): number {
  const box = boxOf(view, targets, generated)
  if (!box) return 0
  const within = (value: number, { low, high }: { low: number; high: number }): boolean =>
    value >= low && value <= high
  const inside = (point: Point): boolean => within(point.x, box.x) && within(point.y, box.y)
  return pointsOf(view, generated).filter((point) => !inside(point)).length
}

const trails = ({ history }: PointData, { view }: PointLaws): Path[] =>
  trailsOf(history, view).map((trail) => ({ ...trail, ink: inks.generator }))
