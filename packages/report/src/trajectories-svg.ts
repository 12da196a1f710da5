import { far } from '@ganglion/core'
import { rangeOf, type Range } from '@ganglion/plot'
import { bottomAxis, leftAxis, marksIn, positionOn, type Track } from './axis-svg.ts'
import type { Drawing } from './drawing.ts'
import type { StretchOverSteps, TrajectoryFigure } from './figure.ts'
import { drawLegend } from './legend-svg.ts'
import { markup, type Markup } from './markup.ts'
import { thinOut, type Spot } from './thin-out.ts'
import { at, written } from './written-number.ts'

const [width, left, right, down, foot] = [560, 64, 16, 280, 46]

/** Numbers over steps, stretches shaded between their ends, and levels dotted across. */
export function drawTrajectories(figure: TrajectoryFigure): Drawing {
  const { steps, paths, stretches, levels, label } = figure
  const legend = drawLegend(entries(figure), left, width - right)
  const top = legend.height + 8
  const xTrack: Track = {
    range: { low: steps[0] ?? 0, high: Math.max(steps.at(-1) ?? 0, (steps[0] ?? 0) + 1) },
    from: left,
    to: width - right,
  }
  const yTrack: Track = { range: heights(figure), from: top + down, to: top }
  const spots = (values: readonly number[]): Spot[] =>
    values.map((value, k) => [positionOn(xTrack, steps[k]!), heightOn(yTrack, value)])
  // A drawing of its own cuts off what leaves the range.
  const [across, frame] = [width - right - left, yTrack.from - yTrack.to]
  return {
    width,
    height: top + down + foot,
    body: markup`${legend.body}
<svg x="${left}" y="${at(top)}" width="${across}" height="${frame}" viewBox="${left} ${at(top)} ${across} ${frame}">
${stretches.map((stretch, k) => shade(k, stretch, spots))}
${levels.map(({ label: name, value }) => markup`<path class="level" d="M${left} ${at(positionOn(yTrack, value))}H${width - right}"><title>${name}: ${written(value)}</title></path>`)}
${paths.map(({ values, label: name }, k) => markup`<g class="line${k % 6}"><path class="stroke" d="${drawn(spots(values))}"><title>${name}</title></path></g>`)}
</svg>
${bottomAxis(marksIn(xTrack, 7), xTrack, top + down, 'step')}
${leftAxis(marksIn(yTrack, 8), yTrack, left, label)}`,
  }
}

function entries({ paths, stretches, levels }: TrajectoryFigure) {
  return [
    ...paths.map(({ label }, k) => ({ label, look: `line${k % 6}` })),
    ...stretches.map(({ label }, k) => ({ label, look: `stretch${k % 2}`, area: true })),
    ...(levels.length > 0
      ? [{ label: levels.map(({ label }) => label).join(', '), look: 'optimum' }]
      : []),
  ]
}

/** All that is finite: ends that run away widen the range to no more than three times that of the rest. */
function heights({ paths, stretches, levels }: TrajectoryFigure): Range {
  const core = rangeOf(
    [...paths.flatMap(({ values }) => values), ...levels.map(({ value }) => value)].filter(seen),
    0.08,
  )
  const span = core.high - core.low
  const ends = rangeOf(
    stretches.flatMap((one) => [...one.left, ...one.right].filter(seen)),
    0.04,
  )
  if (stretches.length === 0) return core
  return {
    low: Math.max(core.low - span, Math.min(core.low, ends.low)),
    high: Math.min(core.high + span, Math.max(core.high, ends.high)),
  }
}

const seen = (value: number): boolean => Math.abs(value) < far

/** The height of a number; an end at infinity lies well outside. */
function heightOn(track: Track, value: number): number {
  if (Number.isNaN(value)) return NaN
  const height = positionOn(track, value)
  return Math.max(track.to - 9999, Math.min(track.from + 9999, height))
}

function shade(
  k: number,
  { label, left: from, right: to }: StretchOverSteps,
  spots: (values: readonly number[]) => Spot[],
): Markup {
  const open = from.map((value, n) => (value < to[n]! ? value : NaN))
  const [low, high] = [spots(open), spots(to.map((value, n) => (from[n]! < value ? value : NaN)))]
  const areas = pieces(low).map(([first, last]) => {
    const [upper, lower] = [thinOut(high.slice(first, last)), thinOut(low.slice(first, last))]
    return `${drawn(upper)}L${lower.toReversed().map(pair).join('L')}Z`
  })
  return markup`<g class="stretch${k % 2}"><path class="area" d="${areas.join('')}"><title>${label}</title></path><path class="end" d="${drawn(low)}${drawn(high)}"/></g>
`
}

/** From where to where there is no gap. */
function pieces(spots: readonly Spot[]): [first: number, last: number][] {
  const found: [number, number][] = []
  spots.forEach(([, y], k) => {
    if (Number.isNaN(y)) return
    const last = found.at(-1)
    if (last?.[1] === k) last[1] = k + 1
    else found.push([k, k + 1])
  })
  return found
}

/** A line through spots; a spot between two gaps is a dot. */
function drawn(spots: readonly Spot[]): string {
  return pieces(spots)
    .map(([first, last]) => {
      const run = thinOut(spots.slice(first, last)).map(pair)
      return run.length > 1 ? `M${run.join('L')}` : `M${run[0]}m-1.5 0h3`
    })
    .join('')
}

const pair = ([x, y]: Spot): string => `${at(x)} ${at(y)}`
