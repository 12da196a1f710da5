import type { Observation } from '@ganglion/core'
import { logRangeOf, rangeOf, steady, type Glyphs, type Range } from '@ganglion/plot'
import { distances, stepsOf, tracks, type Track } from '../signals.ts'
import { measured } from '../wording.ts'
import { framed, instead, noFrame, type Drawing } from './framed.ts'
import type { Line, Piece } from './line.ts'
import { inks, roleOf, swatch, type Style } from './palette.ts'
import { stepRange } from './parameters.ts'
import { drawSeries } from './series.ts'

/** Quantities over steps, drawn in one plot. */
export interface Quantities {
  readonly history: readonly Observation[]
  readonly quantities: readonly Quantity[]
  readonly logarithmic: boolean
  readonly glyphs: Glyphs
  /** Whether the run has failed, so that no frame will come. */
  readonly failed: boolean
}

/** A quantity and its look. */
export interface Quantity extends Track {
  readonly ink: number
  readonly style: Style
  /** A shorter name, for narrow panes. */
  readonly short: string
}

const looks = [
  { ink: inks.generator, style: 'solid' },
  { ink: inks.discriminator, style: 'dashed' },
  { ink: inks.target, style: 'dotted' },
  { ink: inks.second, style: 'solid' },
] as const

const shortNames: Readonly<Record<string, string>> = {
  'total-variation': 'TV',
  'mean-distance': 'means',
}

/** Metrics of a single number; four at most. */
export function distanceQuantities(history: readonly Observation[]): Quantity[] {
  const last = history.at(-1)
  if (!last) return []
  return distances(last)
    .slice(0, looks.length)
    .map((name, k) => ({
      ...tracks(history, name, name)[0]!,
      short: shortNames[name] ?? name,
      ...looks[k]!,
    }))
}

/** The norms of both gradients and the widths of the intervals. */
export function gradientQuantities(history: readonly Observation[]): Quantity[] {
  // A discriminator without intervals has widths of zero, or none: they are not named.
  const widths = tracks(history, 'interval-width', 'width', 4).filter(({ values }) =>
    values.some((width) => Number.isFinite(width) && width !== 0),
  )
  return [
    ...tracks(history, 'gradient.generator', '|grad G|').map((track) => ({
      ...track,
      short: 'G',
      ink: inks.generator,
      style: 'solid' as const,
    })),
    ...tracks(history, 'gradient.discriminator', '|grad D|').map((track) => ({
      ...track,
      short: 'D',
      ink: inks.discriminator,
      style: 'dashed' as const,
    })),
    ...widths.map((track) => ({
      ...track,
      name: 'widths',
      short: 'widths',
      ink: inks.second,
      style: 'dotted' as const,
    })),
  ]
}

/** The plot; logarithmic where that is wanted and any number is above zero. */
export function overSteps(data: Quantities, columns: number, rows: number): Line[] {
  const { history, quantities, glyphs } = data
  if (history.length === 0) return noFrame(data.failed, columns, rows)
  if (quantities.length === 0)
    return instead('these frames tell none of these numbers', columns, rows)
  const x = stepRange(history)
  const y = isLogarithmic(data) ? logRangeOf(all(quantities)) : zeroBased(rangeOf(all(quantities)))
  const at = stepsOf(history)
  const series = quantities.map(({ values, ink, style }) => ({ at, values, ink, style }))
  const draw: Drawing['draw'] = (inside, span) => drawSeries(series, x, span, inside, glyphs)
  return framed({ x, y, glyphs, draw }, columns, rows)
}

/** Names and newest values; in narrow panes short names, then those that fit. */
export function quantityLegend(data: Quantities): Piece[][] {
  const { quantities, glyphs } = data
  const scale: Piece = { text: isLogarithmic(data) ? '(log)' : '(linear)', dim: true }
  const named = new Map(quantities.map((quantity) => [quantity.name, quantity]))
  const worded = (word: (quantity: Quantity) => string): Piece[] =>
    [...named.values()].map((quantity) => ({
      text: `${swatch(quantity.style, quantity.ink, glyphs)} ${word(quantity)}`,
      role: roleOf(quantity.ink),
    }))
  const newest = ({ name, values }: Quantity): string =>
    quantities.filter((one) => one.name === name).length > 1
      ? ''
      : ` ${measured(values.at(-1) ?? NaN)}`
  const full = worded((one) => one.name + newest(one))
  const short = worded((one) => one.short + newest(one))
  const bare = worded((one) => one.short)
  return [[scale, ...full], [scale, ...short], [scale, ...bare], bare, [scale]]
}

/** Whether the axis can be and shall be logarithmic. */
function isLogarithmic({ quantities, logarithmic }: Quantities): boolean {
  return logarithmic && quantities.some(({ values }) => values.some((v) => v > 0 && v < Infinity))
}

/** Numbers that are never negative start at zero. */
function zeroBased(range: Range): Range {
  return steady(range.low >= 0 ? { low: 0, high: Math.max(range.high, 1e-12) } : range)
}

function* all(quantities: readonly Quantity[]): Iterable<number> {
  for (const { values } of quantities) yield* values
}
