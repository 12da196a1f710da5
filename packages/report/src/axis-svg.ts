import { place, ticks, type Range } from '@ganglion/plot'
import { markup, type Markup } from './markup.ts'
import type { Dimension } from './figure.ts'
import { at, written } from './written-number.ts'

/** A range laid over a stretch of the drawing, in its units. */
export interface Track {
  readonly range: Range
  readonly from: number
  readonly to: number
}

/** A label on a track. */
export interface Mark {
  readonly position: number
  readonly label: string
}

/** Where a number lies on a track; NaN for one that has no place on a logarithmic one. */
export function positionOn({ range, from, to }: Track, value: number): number {
  return from + place(value, range, 2) * (to - from)
}

/** Whether values are equally far from one another, so that an axis of numbers tells the truth about them. */
export function even({ values }: Dimension): boolean {
  const step = (values.at(-1)! - values[0]!) / (values.length - 1)
  if (values.length === 1) return true
  return (
    step > 0 && values.every((value, k) => Math.abs(value - values[0]! - k * step) < 1e-6 * step)
  )
}

/** The range of cells of which each value is the middle; of values that are unevenly spaced, the range of their numbers. */
export function rangeOver(dimension: Dimension): Range {
  const { values } = dimension
  const last = values.length - 1
  if (!even(dimension)) return { low: -0.5, high: last + 0.5 }
  const half = last === 0 ? 0.5 : (values[last]! - values[0]!) / last / 2
  return { low: values[0]! - half, high: values[last]! + half }
}

/** Labels of a dimension: round numbers, or the values themselves where they are unevenly spaced. */
export function marksOf(dimension: Dimension, track: Track, most: number): Mark[] {
  if (even(dimension)) {
    const { values } = dimension
    // Cells reach half a step beyond the outermost values; there is nothing to be labelled.
    const hair = 1e-9 * (track.range.high - track.range.low)
    const inside = ticks(track.range, most).filter(
      ({ value }) => value >= values[0]! - hair && value <= values.at(-1)! + hair,
    )
    // Where there is room for every value, a label between two of them would say nothing.
    const shown = inside.length > 1 && values.length > most ? inside : values.map(labelled)
    return shown.map(({ value, label }) => ({ position: positionOn(track, value), label }))
  }
  const every = Math.ceil(dimension.values.length / most)
  return dimension.values.flatMap((value, k) =>
    k % every === 0 ? [{ position: positionOn(track, k), label: written(value) }] : [],
  )
}

const labelled = (value: number) => ({ value, label: written(value) })

/** Round numbers of a range. */
export function marksIn(track: Track, most: number): Mark[] {
  return ticks(track.range, most).map(({ value, label }) => ({
    position: positionOn(track, value),
    label,
  }))
}

/** The marks of an axis below a drawing, and its name. */
export function bottomAxis(
  marks: readonly Mark[],
  { from, to }: Track,
  y: number,
  label: string,
): Markup {
  return markup`<g class="axis"><path d="M${at(from)} ${at(y)}H${at(to)}"/>${marks.map(
    (mark) =>
      markup`<path d="M${at(mark.position)} ${at(y)}v5"/><text x="${at(mark.position)}" y="${at(y + 18)}" text-anchor="middle">${minus(mark.label)}</text>`,
  )}<text class="name" x="${at((from + to) / 2)}" y="${at(y + 36)}" text-anchor="middle">${label}</text></g>`
}

/** The marks of an axis at the left of a drawing, and its name along it. */
export function leftAxis(
  marks: readonly Mark[],
  { from, to }: Track,
  x: number,
  label: string,
): Markup {
  const middle = at((from + to) / 2)
  return markup`<g class="axis"><path d="M${at(x)} ${at(from)}V${at(to)}"/>${marks.map(
    (mark) =>
      markup`<path d="M${at(x)} ${at(mark.position)}h-5"/><text x="${at(x - 8)}" y="${at(mark.position + 4)}" text-anchor="end">${minus(mark.label)}</text>`,
  )}<text class="name" transform="translate(${at(x - 44)} ${middle}) rotate(-90)" text-anchor="middle">${label}</text></g>`
}

/** With the sign that is as wide as a plus. */
function minus(label: string): string {
  return label.replace(/^-/, '−')
}
