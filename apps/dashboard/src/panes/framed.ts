import {
  bottomAxis,
  leftAxis,
  marks,
  niceStep,
  ticks,
  type Glyphs,
  type Range,
  type Run,
} from '@ganglion/plot'
import { wrapped, type Line } from './line.ts'
import { inked } from './palette.ts'

/** Columns and rows of dots inside the axes. */
export interface Inside {
  readonly columns: number
  readonly rows: number
}

/** What is inside the axes. */
export interface Drawing {
  readonly x: Range
  readonly y: Range
  readonly glyphs: Glyphs
  /** The plot for a size; a low plot may have a wider range of y than was asked for. */
  readonly draw: (inside: Inside, y: Range) => Run[][]
  /** Lines under the plot, above the axis, each with a letter at the left axis. */
  readonly bands?: (columns: number) => readonly { readonly letter: string; readonly line: Line }[]
}

/** Below this many lines the bottom axis is left out, so that there is a plot at all. */
const leastWithAxis = 4

/** From so many columns on the left axes of panes one above the other are aligned: a label like -0.5 has room on all. */
const roomy = 44
const usualMargin = 5

/** A plot with axes in exactly `rows` lines; none where there is no room. */
export function framed(drawing: Drawing, columns: number, rows: number): Line[] {
  const { x, glyphs, draw, bands = () => [] } = drawing
  const bandCount = rows >= leastWithAxis ? bands(1).length : 0
  const axisRows = rows >= leastWithAxis + bandCount ? 2 : 0
  const height = rows - axisRows - bandCount
  if (height < 1 || columns < 8) return []
  const y = readable(drawing.y, height)
  const left = leftAxis(y, height, glyphs, Math.max(4, Math.floor(columns / 4)))
  const least = columns >= roomy ? usualMargin : bandCount > 0 ? 2 : 1
  const margin = Math.max(left[0]!.length, least)
  const across = columns - margin
  const plot = draw({ columns: across, rows: height }, y)
  const lines: Line[] = plot.map((runs, row) => [
    { text: left[row]!.padStart(margin), dim: true },
    ...runs.map(inked),
  ])
  if (bandCount > 0)
    for (const { letter, line } of bands(across))
      lines.push([
        { text: letter.padStart(margin - 1) + marks[glyphs].vertical, dim: true },
        ...line,
      ])
  if (axisRows > 0) lines.push(...bottom(x, across, margin, glyphs))
  return lines
}

/** Where an axis of two lines from zero would have no second label, it goes up to one. */
function readable(y: Range, height: number): Range {
  if (height > 2 || y.low !== 0 || y.scale === 'log' || ticks(y, 2).length > 1) return y
  return { low: 0, high: niceStep(y.high) }
}

function bottom(x: Range, across: number, margin: number, glyphs: Glyphs): Line[] {
  const [line, labels] = bottomAxis(x, across, glyphs)
  const corner = marks[glyphs].corner
  return [
    [{ text: ' '.repeat(margin - 1) + corner + line, dim: true }],
    [{ text: ' '.repeat(margin) + labels, dim: true }],
  ]
}

/** What stands where a plot will be once there is a frame, or would have been. */
export function noFrame(failed: boolean, columns: number, rows: number): Line[] {
  const sentence = failed ? 'no frame came: the run failed' : 'waiting for the first frame'
  return instead(sentence, columns, rows)
}

/** A sentence where a plot cannot be. */
export function instead(sentence: string, columns: number, rows: number): Line[] {
  const lines = wrapped(sentence, columns - 1).slice(0, rows)
  return lines.map((text) => [{ text: ` ${text}`, dim: true }])
}
