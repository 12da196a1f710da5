import { rangeOf, type Range } from '@ganglion/plot'
import { bottomAxis, leftAxis, marksIn, positionOn, type Track } from './axis-svg.ts'
import type { Drawing } from './drawing.ts'
import type { PlaneFigure } from './figure.ts'
import { drawLegend } from './legend-svg.ts'
import { markup, type Markup } from './markup.ts'
import { at, written } from './written-number.ts'

const [width, left, right, foot] = [560, 64, 16, 46]
/** Drawings are as wide as they can be, and no higher nor flatter than this. */
const [flattest, highest] = [200, 480]

/** Ways in the plane, one unit as long across as upright: a ring where each begins, a dot where it ends, crosses at targets. */
export function drawPlane({ paths, targets }: PlaneFigure): Drawing {
  const legend = drawLegend(
    paths.length > 6 ? [] : paths.map(({ label }, k) => ({ label, look: `line${k % 6}` })),
    left,
    width - right,
  )
  const top = legend.height + 8
  const places = [...paths.flatMap((one) => one.places), ...targets].filter(isFinitePlace)
  const across = width - right - left
  const [x, y] = [0, 1].map((c) =>
    rangeOf(
      places.map((place) => place[c]!),
      0.06,
    ),
  ) as [Range, Range]
  const unit = Math.min(across / (x.high - x.low), highest / (y.high - y.low))
  const down = Math.max(flattest, unit * (y.high - y.low))
  const xTrack: Track = { range: widened(x, across / unit), from: left, to: width - right }
  const yTrack: Track = { range: widened(y, down / unit), from: top + down, to: top }
  const spot = ([px, py]: Place): string =>
    `${at(positionOn(xTrack, px))} ${at(positionOn(yTrack, py))}`
  return {
    width,
    height: top + down + foot,
    body: markup`${legend.body}
${paths.map((path, k) => way(path, k, spot, xTrack, yTrack))}<path class="mark" d="${targets.map((target) => `M${spot(target)}m-5 -5l10 10m0 -10l-10 10`).join('')}"><title>true points</title></path>
${bottomAxis(marksIn(xTrack, 7), xTrack, top + down, 'x')}
${leftAxis(marksIn(yTrack, 7), yTrack, left, 'y')}`,
  }
}

type Place = readonly [number, number]

const isFinitePlace = ([x, y]: Place): boolean => Number.isFinite(x) && Number.isFinite(y)

/** A range of this length about the same middle. */
function widened({ low, high }: Range, length: number): Range {
  const middle = (low + high) / 2
  return { low: middle - length / 2, high: middle + length / 2 }
}

function way(
  { label, places }: PlaneFigure['paths'][number],
  k: number,
  spot: (place: Place) => string,
  xTrack: Track,
  yTrack: Track,
): Markup | null {
  const known = places.filter(isFinitePlace)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  // Steps that fall on one place of the drawing need no stroke of their own.
  const spots = known.map(spot).filter((one, n, all) => one !== all[n - 1])
  const line = spots.length > 1 ? markup`<path class="stroke" d="M${spots.join('L')}"/>` : null
  const centre = (place: Place): readonly [number, number] => [
    at(positionOn(xTrack, place[0])),
    at(positionOn(yTrack, place[1])),
  ]
  const [[x0, y0], [x1, y1]] = [centre(first), centre(last)]
  const told = `${label}: from (${first.map((v) => written(v)).join(', ')}) to (${last.map((v) => written(v)).join(', ')})`
  return markup`<g class="line${k % 6}">${line}<path class="interval" d="M${x0} ${y0}m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0"/><circle cx="${x1}" cy="${y1}" r="4"><title>${told}</title></circle></g>
`
}
