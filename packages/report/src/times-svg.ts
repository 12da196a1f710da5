import { logRangeOf, type Range } from '@ganglion/plot'
import { positionOn } from './axis-svg.ts'
import type { Drawing } from './drawing.ts'
import type { TimeFigure, TimePoint } from './figure.ts'
import { linesFrame } from './lines-frame.ts'
import { markup, type Markup } from './markup.ts'
import { at, written } from './written-number.ts'

/**
 * Times over one number, a line each: medians with their 95 % intervals. An arrow is an end beyond the last step, an open
 * triangle at the level of that step a median that lies there: half of the members had not arrived.
 */
export function drawTimes(figure: TimeFigure): Drawing {
  const { last } = figure
  const frame = linesFrame(figure, upOf(figure))
  const { up } = frame
  // An interval from 0 goes down to the edge of a logarithmic drawing.
  const y = (value: number): number => positionOn(up, Math.max(value, up.range.low))
  const lines = figure.lines.map(({ points }, k) =>
    line(k, points, { x: frame.across(k), y, last, named: frame.named(k) }),
  )
  const behind = beyondAny(figure)
    ? markup`<path class="level" d="${frame.level(positionOn(up, last))}"><title>the last step, ${last}</title></path>`
    : null
  return frame.drawn('steps', behind, lines)
}

const pointsOf = ({ lines }: TimeFigure): readonly TimePoint[] =>
  lines.flatMap(({ points }) => points)

/** Whether anything lies beyond the last step. */
const beyondAny = (figure: TimeFigure): boolean =>
  pointsOf(figure).some(({ median, high }) => median === null || high === null)

function upOf(figure: TimeFigure): Range {
  const known = pointsOf(figure)
    .flatMap(({ median, low, high }) => [median, low, high])
    .filter((value) => value !== null)
  const all = beyondAny(figure) ? [...known, figure.last] : known
  if (figure.scale === 'log') return logRangeOf(all)
  return { low: 0, high: 1.05 * Math.max(1, ...all) }
}

/** Where things of a line stand. */
interface Places {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly last: number
  readonly named: (point: TimePoint) => string
}

function line(k: number, points: readonly TimePoint[], places: Places): Markup {
  const { x, y } = places
  let path = ''
  let open = false
  for (const { x: value, median } of points) {
    if (median !== null) path += `${open ? 'L' : 'M'}${at(x(value))} ${at(y(median))}`
    open = median !== null
  }
  return markup`<g class="line${k % 6}"><path class="stroke" d="${path}"/>${points.map((point) => spot(point, places))}</g>
`
}

function spot(point: TimePoint, { x, y, last, named }: Places): Markup {
  const { median, low, high } = point
  const [px, edge] = [at(x(point.x)), y(last)]
  const title = markup`<title>${named(point)}: ${titleOf(point, last)}</title>`
  if (median === null)
    return markup`<path class="interval" d="${low === null ? '' : bar(px, y(low), edge + 5, '')}M${px} ${at(edge - 4)}l5 9h-10z">${title}</path>`
  return markup`<path class="interval" d="${bar(px, y(low ?? median), high === null ? edge : y(high), high === null ? arrow : cross)}"/><circle cx="${px}" cy="${at(y(median))}" r="3">${title}</circle>`
}

/** Upper ends of intervals: known, and not. */
const [cross, arrow] = ['m-3 0h6', 'l-3 5m3 -5l3 5'] as const

/** An interval upright. */
function bar(px: number, low: number, high: number, end: string): string {
  return `M${at(px - 3)} ${at(low)}h6M${px} ${at(low)}V${at(high)}${end}`
}

function titleOf({ median, low, high, mean, censored, count }: TimePoint, last: number): string {
  const step = (value: number | null): string =>
    value === null ? `beyond ${last}` : written(value)
  const parts = [
    `median ${step(median)}`,
    `95 % ${step(low)} to ${step(high)}`,
    ...(mean === null ? [] : [`mean up to step ${last} ${written(mean)}`]),
    `${censored} of ${count} not by then`,
  ]
  return parts.join(', ')
}
