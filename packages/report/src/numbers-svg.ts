import type { Range } from '@ganglion/plot'
import { bottomAxis, leftAxis, marksIn, positionOn, type Track } from './axis-svg.ts'
import type { Drawing } from './drawing.ts'
import type { NumberFigure, NumberPoint } from './figure.ts'
import { drawLegend } from './legend-svg.ts'
import { markup, type Markup } from './markup.ts'
import { at, written } from './written-number.ts'

const [width, left, right, down, foot] = [560, 64, 16, 260, 46]
/** Lines stand so far beside one another, that their intervals can be told apart. */
const apart = 5

/** A number over another, a line each: points with their 95 % intervals. */
export function drawNumbers(figure: NumberFigure): Drawing {
  const { lines, label, measured } = figure
  const legend = drawLegend(
    lines.map((one, k) => ({ label: one.label, look: `line${k % 6}` })),
    left,
    width - right,
  )
  const top = legend.height + 8
  const room = (apart * lines.length) / 2 + 6
  const xTrack: Track = { range: acrossOf(figure), from: left + room, to: width - right - room }
  const yTrack: Track = { range: upOf(figure), from: top + down, to: top + 8 }
  const marks = marksIn(yTrack, 6)
  return {
    width,
    height: top + down + foot,
    body: markup`${legend.body}
<path class="grid" d="${marks.map(({ position }) => `M${left} ${at(position)}H${width - right}`).join('')}"/>${bottomAxis(marksIn(xTrack, 9), { ...xTrack, from: left, to: width - right }, top + down, label)}
${leftAxis(marks, { ...yTrack, to: top }, left, measured)}
${lines.map(({ label: name, points }, k) =>
  line(k, points, {
    x: (value) => positionOn(xTrack, value) + apart * (k - (lines.length - 1) / 2),
    y: (value) => positionOn(yTrack, value),
    named: ({ x }) => `${name} at ${label} ${written(x)}`,
  }),
)}`,
  }
}

const pointsOf = ({ lines }: NumberFigure): readonly NumberPoint[] =>
  lines.flatMap(({ points }) => points)

function acrossOf(figure: NumberFigure): Range {
  const values = pointsOf(figure).map(({ x }) => x)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (!(high > low)) return { low: low - 0.5, high: low + 0.5 }
  return figure.scale === 'log' ? { low, high, scale: 'log' } : { low, high }
}

/** From 0 where nothing lies below, so that heights can be compared. */
function upOf(figure: NumberFigure): Range {
  const all = pointsOf(figure)
    .flatMap(({ value, low, high }) => [value, low, high])
    .filter((value) => value !== null)
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)]
  const margin = high > low ? 0.05 * (high - low) : 0.5
  return { low: low < 0 ? low - margin : 0, high: high + margin }
}

/** Where things of a line stand. */
interface Places {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly named: (point: NumberPoint) => string
}

function line(k: number, points: readonly NumberPoint[], { x, y, named }: Places): Markup {
  const path = points.map((point) => `${at(x(point.x))} ${at(y(point.value))}`).join('L')
  return markup`<g class="line${k % 6}"><path class="stroke" d="M${path}"/>${points.map((point) => {
    const { value, low, high, count } = point
    const px = at(x(point.x))
    const known = low !== null && high !== null
    const bar = known
      ? markup`<path class="interval" d="M${px} ${at(y(low))}V${at(y(high))}M${at(x(point.x) - 3)} ${at(y(low))}h6M${at(x(point.x) - 3)} ${at(y(high))}h6"/>`
      : null
    const about = known ? `, 95 % ${written(low)} to ${written(high)}` : ''
    return markup`${bar}<circle cx="${px}" cy="${at(y(value))}" r="3"><title>${named(point)}: ${written(value)}${about}, of ${count}</title></circle>`
  })}</g>
`
}
