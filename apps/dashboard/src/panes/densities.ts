import { visible, type Observation } from '@ganglion/core'
import {
  band,
  density,
  marks,
  peak,
  rangeOf,
  steady,
  valueAt,
  type Glyphs,
  type Mixture,
  type Range,
} from '@ganglion/plot'
import type { CriticCurve } from '../feed.ts'
import { intervals, list, mixture, type Interval } from '../signals.ts'
import { spanOfCritic } from './critic-span.ts'
import { framed, instead, noFrame } from './framed.ts'
import { wrappedTo, type Line, type Piece } from './line.ts'
import { inks, swatch, type Style } from './palette.ts'
import { drawSeries, type Series } from './series.ts'

/** What the densities are drawn from. */
export interface DensityData {
  readonly frame: Observation | null
  readonly critic: CriticCurve | null
  /** Why the critic cannot be drawn. */
  readonly criticFault: string | null
  /** Whether the run has failed, so that no frame will come. */
  readonly failed: boolean
  readonly glyphs: Glyphs
}

interface Curve {
  readonly mixture: Mixture
  readonly ink: number
  readonly style: Style
}

/** Target against generated density; under it the intervals of the discriminator, or over it its critic as a curve. */
export function densityLines(data: DensityData, columns: number, rows: number): Line[] {
  const fault = faultLines(data, columns, rows)
  return [...fault, ...plotLines(data, columns, rows - fault.length)]
}

/** Where a curve is missing it is said why, for as long as it is missing; intervals need none. */
export function faultLines(
  { frame, criticFault }: Pick<DensityData, 'frame' | 'criticFault'>,
  columns: number,
  rows: number,
): readonly Line[] {
  if (criticFault === null || (frame && intervals(frame).length > 0)) return []
  const most = rows >= 7 ? 2 : rows >= 2 ? 1 : 0
  const text = `D cannot be drawn: ${visible(criticFault)}`
  return wrappedTo(text, columns - 1, most)
    .slice(0, most)
    .map((line) => [{ text: ` ${line}`, role: 'warning' }])
}

function plotLines(data: DensityData, columns: number, rows: number): Line[] {
  const { frame, critic, glyphs } = data
  if (!frame) return noFrame(data.failed, columns, rows)
  const curves = curvesOf(frame)
  const found = intervals(frame)
  const drawn = found.length === 0 ? critic : null
  if (curves.length === 0 && !drawn) return instead('these frames tell no densities', columns, rows)
  const y = { low: 0, high: steady({ low: 0, high: peak(curves.map((c) => c.mixture)) || 1 }).high }
  const ends = curves.length === 0 ? [drawn!.low, drawn!.high] : curves.flatMap(reach)
  const x = steady(rangeOf(ends), 16)
  const rowsOfBands = bandRows(found, rows)
  return framed(
    {
      x,
      y,
      glyphs,
      draw: (inside, span) => {
        const across = inside.columns * 2
        const series = curves.map((curve) => sampled(curve, x, across))
        return drawSeries([...criticSeries(drawn, span), ...series], x, span, inside, glyphs)
      },
      bands: (across) =>
        rowsOfBands.map((row) => ({
          letter: 'D',
          line: [bandPiece(row, frame, x, across, glyphs)],
        })),
    },
    columns,
    rows,
  )
}

/** What the curves are, the words for the discriminator as the frame has it. */
export function densityLegend({
  frame,
  critic,
  glyphs,
}: Pick<DensityData, 'frame' | 'critic' | 'glyphs'>): Piece[][] {
  const discriminator: Piece[] =
    frame && intervals(frame).length > 0
      ? [{ text: `${marks[glyphs].shade} D intervals`, role: 'discriminator' }]
      : critic
        ? [
            {
              text: `${swatch('dashed', inks.discriminator, glyphs)} D ${spanOfCritic(critic.values)}`,
              role: 'discriminator',
            },
          ]
        : []
  const both: Piece[] = [
    { text: `${swatch('dotted', inks.target, glyphs)} target`, role: 'target' },
    { text: `${swatch('solid', inks.generator, glyphs)} generator`, role: 'generator' },
  ]
  const short = discriminator.map((piece) => ({ ...piece, text: piece.text.slice(0, 3) }))
  return [[...both, ...discriminator], [...both, ...short], both]
}

function curvesOf(frame: Observation): Curve[] {
  const [target, generator] = [mixture(frame, 'target'), mixture(frame, 'generator')]
  return [
    ...(target ? [{ mixture: target, ink: inks.target, style: 'dotted' as const }] : []),
    ...(generator ? [{ mixture: generator, ink: inks.generator, style: 'solid' as const }] : []),
  ]
}

function sampled({ mixture, ink, style }: Curve, x: Range, dots: number): Series {
  const at = Array.from({ length: dots }, (_, dot) => valueAt(dot, x, dots))
  return { at, values: at.map((value) => density(mixture, value)), ink, style }
}

/** The critic stretched to the height of the plot: its scale is its own. */
function criticSeries(critic: CriticCurve | null, y: Range): Series[] {
  if (!critic || critic.values.length < 2) return []
  const { low, high } = rangeOf(critic.values, 0.05)
  const step = (critic.high - critic.low) / (critic.values.length - 1)
  return [
    {
      at: critic.values.map((_, k) => critic.low + step * k),
      values: critic.values.map(
        (value) => y.low + ((value - low) / (high - low)) * (y.high - y.low),
      ),
      ink: inks.discriminator,
      style: 'dashed',
    },
  ]
}

/** The intervals that are drawn on one line, and their places in the frame. */
interface BandRow {
  readonly spans: readonly Interval[]
  readonly first: number
}

function bandPiece(
  { spans, first }: BandRow,
  frame: Observation,
  x: Range,
  columns: number,
  glyphs: Glyphs,
): Piece {
  const shown = spans.filter((span) => span.alive)
  if (shown.length > 0) return { text: band(shown, x, columns, glyphs), role: 'discriminator' }
  const alive = list(frame, 'discriminator.alive')
  const word = spans.every((span, k) => isDead(span, alive[first + k])) ? ' dead' : ' unused'
  return { text: (columns > word.length ? word : '').padEnd(columns), dim: true }
}

/**
 * A dead interval stays dead, where its ends met. A best response leaves those that it has no use for at 0 and 0, and may
 * use them again.
 */
const isDead = ({ left, right }: Interval, alive: number = 1): boolean =>
  !(alive > 0) && (left !== 0 || right !== 0)

/** A line for each interval where there is room, else all in one. */
function bandRows(found: readonly Interval[], rows: number): BandRow[] {
  if (found.length === 0) return []
  return found.length <= 4 && rows >= 8 + found.length
    ? found.map((one, first) => ({ spans: [one], first }))
    : [{ spans: found, first: 0 }]
}

/** Where a mixture has its mass. */
function reach({ mixture: { means, deviations } }: Curve): number[] {
  return means.flatMap((mean, k) => [mean - 3.5 * deviations[k]!, mean + 3.5 * deviations[k]!])
}
