import type { Range } from '@ganglion/plot'
import { bottomAxis, leftAxis, marksIn, positionOn, type Track } from './axis-svg.ts'
import type { Drawing } from './drawing.ts'
import { drawLegend } from './legend-svg.ts'
import { markup, type Markup } from './markup.ts'
import { at, written } from './written-number.ts'

const [width, left, right, down, foot] = [560, 64, 16, 260, 46]
/** Lines stand so far beside one another, that their intervals can be told apart. */
const apart = 5

/** What is drawn over a number, a line each. */
interface Lines {
  readonly label: string
  readonly scale: 'linear' | 'log'
  readonly lines: readonly {
    readonly label: string
    readonly points: readonly { readonly x: number }[]
  }[]
}

/** Axes, grid and legend around lines over a number. */
export interface LinesFrame {
  readonly up: Track
  /** Where a number stands on line k, a little beside the others. */
  readonly across: (k: number) => (value: number) => number
  /** What a point of line k is called. */
  readonly named: (k: number) => (point: { readonly x: number }) => string
  /** A path from edge to edge at this height. */
  readonly level: (y: number) => string
  /** All of it: what is measured upwards, what lies behind the lines, and the lines. */
  readonly drawn: (measured: string, behind: Markup | null, lines: readonly Markup[]) => Drawing
}

/** The frame of lines whose numbers lie in this range. */
export function linesFrame({ label, scale, lines }: Lines, range: Range): LinesFrame {
  const legend = drawLegend(
    lines.map((one, k) => ({ label: one.label, look: `line${k % 6}` })),
    left,
    width - right,
  )
  const top = legend.height + 8
  const room = (apart * lines.length) / 2 + 6
  const values = lines.flatMap(({ points }) => points).map(({ x }) => x)
  const xTrack: Track = {
    range: acrossOf(values, scale),
    from: left + room,
    to: width - right - room,
  }
  const up: Track = { range, from: top + down, to: top + 8 }
  const level = (y: number): string => `M${left} ${at(y)}H${width - right}`
  const marks = marksIn(up, 6)
  const edges: Track = { ...xTrack, from: left, to: width - right }
  return {
    up,
    level,
    across: (k) => (value) => positionOn(xTrack, value) + apart * (k - (lines.length - 1) / 2),
    named: (k) => (point) => `${lines[k]!.label} at ${label} ${written(point.x)}`,
    drawn: (measured, behind, inside) => ({
      width,
      height: top + down + foot,
      body: markup`${legend.body}
<path class="grid" d="${marks.map(({ position }) => level(position)).join('')}"/>${behind}${bottomAxis(marksIn(xTrack, 9), edges, top + down, label)}
${leftAxis(marks, { ...up, to: top }, left, measured)}
${inside}`,
    }),
  }
}

function acrossOf(values: readonly number[], scale: Lines['scale']): Range {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (!(high > low)) return { low: low - 0.5, high: low + 0.5 }
  return scale === 'log' ? { low, high, scale } : { low, high }
}
