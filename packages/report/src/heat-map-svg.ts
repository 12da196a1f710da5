import { scaleColor, type Range } from '@ganglion/plot'
import {
  bottomAxis,
  even,
  leftAxis,
  marksOf,
  positionOn,
  rangeOver,
  type Track,
} from './axis-svg.ts'
import type { Drawing } from './drawing.ts'
import type { Dimension, HeatMapFigure } from './figure.ts'
import { markup, type Markup } from './markup.ts'
import { at, percent, written } from './written-number.ts'

const side = 340
const margin = { left: 64, top: 10, bottom: 46 } as const
const bar = { gap: 18, width: 16, labels: 46 } as const

/** A heat map: a rectangle a cell with its count on hover, the count itself where there is room, axes, and the scale. */
export function drawHeatMap(figure: HeatMapFigure): Drawing {
  const { x, y } = figure
  const [xRange, yRange] = [rangeOver(x), rangeOver(y)]
  const [across, down] = sides(figure, xRange, yRange)
  const bottom = margin.top + down
  const xTrack: Track = { range: xRange, from: margin.left, to: margin.left + across }
  const yTrack: Track = { range: yRange, from: bottom, to: margin.top }
  return {
    width: margin.left + across + bar.gap + bar.width + bar.labels,
    height: bottom + margin.bottom,
    body: markup`${cells(figure, xTrack, yTrack)}
${numbers(figure, xTrack, yTrack)}${bottomAxis(marksOf(x, xTrack, Math.max(2, Math.floor(across / 48))), xTrack, bottom, x.label)}
${leftAxis(marksOf(y, yTrack, Math.max(2, Math.floor(down / 28))), yTrack, margin.left, y.label)}
${colorBar(margin.left + across + bar.gap, margin.top, down)}`,
  }
}

/** How wide and high the map is: one unit equally long in both directions where that means something. */
function sides({ x, y, alike }: HeatMapFigure, xRange: Range, yRange: Range): [number, number] {
  if (!alike || !even(x) || !even(y)) return [side, side]
  const ratio = (yRange.high - yRange.low) / (xRange.high - xRange.low)
  return ratio > 1 ? [Math.max(90, side / ratio), side] : [side, Math.max(90, side * ratio)]
}

/** Where cell k of a dimension begins and ends. */
function extent(dimension: Dimension, k: number, track: Track): [number, number] {
  const cells = dimension.values.length
  const one = (track.to - track.from) / cells
  return [track.from + k * one, track.from + (k + 1) * one]
}

/** In units of cells, so that each is a few letters: a page holds tens of thousands. */
function cells({ x, y, counts, trials }: HeatMapFigure, xTrack: Track, yTrack: Track): Markup {
  const across = (xTrack.to - xTrack.from) / x.values.length
  const up = (yTrack.to - yTrack.from) / y.values.length
  const squares = y.values.flatMap((high, row) =>
    x.values.map((wide, column) => {
      const count = counts[row * x.values.length + column] ?? null
      if (count === null) return null
      const place = `${written(wide)}, ${written(high)}`
      return markup`<path fill="${scaleColor(count / trials)}" d="M${column} ${row}h1v1h-1z"><title>${place}: ${count} of ${trials} (${percent(count, trials)})</title></path>`
    }),
  )
  return markup`<g shape-rendering="crispEdges" transform="translate(${at(xTrack.from)} ${at(yTrack.from)}) scale(${written(across, 9)} ${written(up, 9)})">${squares}</g>`
}

/** Counts in the cells, where the widest fits into every one. */
function numbers(
  { x, y, counts, trials }: HeatMapFigure,
  xTrack: Track,
  yTrack: Track,
): Markup | null {
  const [left, right] = extent(x, 0, xTrack)
  const [low, high] = extent(y, 0, yTrack)
  if (right - left < 10 + 7 * String(trials).length || low - high < 18) return null
  return markup`<g class="counts">${y.values.flatMap((_, row) =>
    x.values.map((__, column) => {
      const count = counts[row * x.values.length + column] ?? null
      if (count === null) return null
      const [from, to] = extent(x, column, xTrack)
      const [under, above] = extent(y, row, yTrack)
      const ground = count / trials > 0.55 ? 'light' : 'dark'
      return markup`<text class="on-${ground}" x="${at((from + to) / 2)}" y="${at((under + above) / 2 + 4)}">${count}</text>`
    }),
  )}</g>
`
}

const shades = 50

function colorBar(x: number, top: number, down: number): Markup {
  const track: Track = { range: { low: 0, high: 1 }, from: top + down, to: top }
  const one = down / shades
  const steps = Array.from({ length: shades }, (_, k) => {
    const color = scaleColor((k + 0.5) / shades)
    return markup`<rect x="${at(x)}" y="${at(track.from - (k + 1) * one)}" width="${bar.width}" height="${at(one + 0.5)}" fill="${color}"/>`
  })
  const marks = [0, 25, 50, 75, 100].map((share) => {
    const y = positionOn(track, share / 100)
    return markup`<path d="M${at(x + bar.width)} ${at(y)}h4"/><text x="${at(x + bar.width + 7)}" y="${at(y + 4)}">${share} %</text>`
  })
  return markup`<g class="scale"><g shape-rendering="crispEdges">${steps}</g><g class="axis">${marks}</g></g>`
}
