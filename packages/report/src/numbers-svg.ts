import type { Range } from '@ganglion/plot'
import { positionOn } from './axis-svg.ts'
import type { Drawing } from './drawing.ts'
import type { NumberFigure, NumberPoint } from './figure.ts'
import { linesFrame } from './lines-frame.ts'
import { markup, type Markup } from './markup.ts'
import { at, written } from './written-number.ts'

/** A number over another, a line each: points with their 95 % intervals. */
export function drawNumbers(figure: NumberFigure): Drawing {
  const frame = linesFrame(figure, upOf(figure))
  const y = (value: number): number => positionOn(frame.up, value)
  const lines = figure.lines.map(({ points }, k) =>
    line(k, points, { x: frame.across(k), y, named: frame.named(k) }),
  )
  return frame.drawn(figure.measured, null, lines)
}

const pointsOf = ({ lines }: NumberFigure): readonly NumberPoint[] =>
  lines.flatMap(({ points }) => points)

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
