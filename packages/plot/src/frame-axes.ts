import { place, type Range } from './axis.ts'
import { marks, type Glyphs } from './glyphs.ts'
import type { Tick } from './tick.ts'
import { ticks } from './ticks.ts'

/**
 * Labels at the left of a plot, one string a row, all equally wide, ending in the axis. None is wider than `widest` columns,
 * axis included: where the labels do not fit there are fewer, or none. A tick stands in the row of its number.
 */
export function leftAxis(
  range: Range,
  rows: number,
  glyphs: Glyphs = 'braille',
  widest: number = Infinity,
): string[] {
  const { vertical, verticalTick } = marks[glyphs]
  const labels = labelled(range, rows, widest - 1)
  const width = Math.max(0, ...[...labels.values()].map((label) => label.length))
  return Array.from({ length: Math.max(0, rows) }, (_, row) => {
    const label = labels.get(row)
    return label === undefined
      ? `${' '.repeat(width)}${vertical}`
      : `${label.padStart(width)}${verticalTick}`
  })
}

/** The label of every row that has one: as many as leave room between them, no two in a row, none too wide. */
function labelled(range: Range, rows: number, widest: number): Map<number, string> {
  let best = new Map<number, string>()
  for (const most of tickCounts(Math.max(2, Math.ceil(rows / 2)), rows)) {
    const found = ticks(range, most)
    const labels = new Map(found.map((tick) => [rowOf(tick, range, rows), tick.label]))
    const fits = found.every(({ label }) => label.length <= widest)
    if (labels.size === found.length && fits && labels.size > best.size) best = labels
    if (best.size > 1) break
  }
  return best
}

/** How many ticks to ask for: fewer and fewer, then closer ones, for a single label tells no scale. */
function tickCounts(airy: number, closest: number): number[] {
  const fewer = Array.from({ length: airy }, (_, k) => airy - k)
  return [...fewer, ...Array.from({ length: Math.max(0, closest - airy) }, (_, k) => airy + 1 + k)]
}

/** The row in which a number lies; a row is four dots high. */
function rowOf({ value }: Tick, range: Range, rows: number): number {
  const dots = rows * 4
  const row = Math.floor((dots - 1 - Math.round(place(value, range, dots))) / 4)
  return Math.max(0, Math.min(rows - 1, row))
}

/** The line below a plot with its ticks, and their labels, each under its tick and none cut or touching another. */
export function bottomAxis(
  range: Range,
  columns: number,
  glyphs: Glyphs = 'braille',
): [line: string, labels: string] {
  if (!(columns > 0)) return ['', '']
  const { horizontal, horizontalTick } = marks[glyphs]
  const { placed, labels } = spaced(range, columns)
  const line = Array.from({ length: columns }, () => horizontal)
  for (const at of placed) line[at] = horizontalTick
  return [line.join(''), labels]
}

/** As many ticks as leave room between them; closer ones before a single one or none. */
function spaced(range: Range, columns: number): { placed: number[]; labels: string } {
  const airy = Math.max(2, Math.floor(columns / 6))
  let best = { placed: [] as number[], labels: ' '.repeat(columns) }
  for (const most of tickCounts(airy, 2 * airy)) {
    const found = ticks(range, most).map((tick) => ({
      ...tick,
      at: columnOf(tick, range, columns),
    }))
    const labels = written(found, columns)
    if (labels !== null && found.length > best.placed.length) {
      best = { placed: found.map(({ at }) => at), labels }
    }
    if (best.placed.length > 1) break
  }
  return best
}

/** The column in which a number lies; a column is two dots wide. */
function columnOf({ value }: Tick, range: Range, columns: number): number {
  return Math.min(columns - 1, Math.max(0, Math.round(place(value, range, columns * 2)) >> 1))
}

/** The labels in one line, or null when they do not fit. Those at the edges may lean inward. */
function written(placed: readonly (Tick & { at: number })[], columns: number): string | null {
  let text = ''
  for (const { label, at } of placed) {
    const wish = at - Math.floor(label.length / 2)
    const start = Math.max(0, Math.min(columns - label.length, wish))
    if (start < 0 || (text.length > 0 && start < text.length + 1) || label.length > columns)
      return null
    text = text.padEnd(start) + label
  }
  return text.padEnd(columns)
}
