import { bottomAxis, even, leftAxis, marksIn, marksOf, positionOn, type Track } from './axis-svg.ts'
import type { Drawing } from './drawing.ts'
import type { RateFigure, RatePoint } from './figure.ts'
import { drawLegend } from './legend-svg.ts'
import { markup, type Markup } from './markup.ts'
import { at, percent, written } from './written-number.ts'

const [width, left, right, down, foot] = [560, 64, 16, 260, 46]

/** Rates over one number: a line each, with the 95 % interval of every point. */
export function drawRates({ x, lines, measured = 'success in %' }: RateFigure): Drawing {
  const legend = drawLegend(
    lines.map(({ label }, k) => ({ label, look: `line${k % 6}` })),
    left,
    width - right,
  )
  const top = legend.height + 8
  const { values } = x
  const last = values.length - 1
  const [low, high] = even(x) ? [values[0]!, values[last]!] : [0, last]
  const margin = high > low ? (high - low) * 0.04 : 0.5
  const xTrack: Track = {
    range: { low: low - margin, high: high + margin },
    from: left,
    to: width - right,
  }
  const yTrack: Track = { range: { low: 0, high: 1 }, from: top + down, to: top }
  const place = (k: number): number => positionOn(xTrack, even(x) ? values[k]! : k)
  const shares = marksIn({ ...yTrack, range: { low: 0, high: 100 } }, 6)
  return {
    width,
    height: top + down + foot,
    body: markup`${legend.body}
${grid(shares.map(({ position }) => position))}${bottomAxis(marksOf(x, xTrack, 9), xTrack, top + down, x.label)}
${leftAxis(shares, yTrack, left, measured)}
${lines.map(({ label, points }, k) => line(k, points, place, yTrack, (point) => `${label} at ${x.label} ${written(values[point]!)}`))}`,
  }
}

function grid(levels: readonly number[]): Markup {
  return markup`<path class="grid" d="${levels.map((y) => `M${left} ${at(y)}H${width - right}`).join('')}"/>`
}

function line(
  k: number,
  points: readonly RatePoint[],
  place: (k: number) => number,
  track: Track,
  named: (point: number) => string,
): Markup {
  const spots = points.map(({ count, trials }, n): readonly [number, number] => [
    place(n),
    positionOn(track, count / trials),
  ])
  const path = spots.map(([px, py]) => `${at(px)} ${at(py)}`).join('L')
  return markup`<g class="line${k % 6}"><path class="stroke" d="M${path}"/>${points.map(
    (point, n) => {
      const [px, py] = spots[n]!
      const [low, high] = [positionOn(track, point.low), positionOn(track, point.high)]
      return markup`<path class="interval" d="M${at(px)} ${at(low)}V${at(high)}M${at(px - 3)} ${at(low)}h6M${at(px - 3)} ${at(high)}h6"/><circle cx="${at(px)}" cy="${at(py)}" r="3"><title>${named(n)}: ${point.count} of ${point.trials} (${percent(point.count, point.trials)}), 95 % ${written(100 * point.low, 3)} to ${written(100 * point.high, 3)} %</title></circle>`
    },
  )}</g>
`
}
