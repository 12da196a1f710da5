import { place, rangeOf, type Range } from './axis.ts'
import type { Glyphs } from './glyphs.ts'

/** The heights of a column, lowest first. */
const heights = { braille: '▁▂▃▄▅▆▇█', ascii: '_.-=+*#@' } as const

/**
 * A line of columns, each as high as its number: the newest at the right. More numbers than columns share columns, and the
 * largest is shown; fewer leave the left blank. A number without a place in the range (none, or none on a logarithmic one)
 * is a blank. Without a range the numbers' own is taken. Exactly `columns` characters.
 */
export function sparkline(
  values: readonly number[],
  columns: number,
  glyphs: Glyphs = 'braille',
  range: Range = rangeOf(values),
): string {
  const width = Math.max(0, Math.floor(columns))
  const used = Math.min(width, values.length)
  const edge = (column: number): number => Math.floor((column * values.length) / used)
  const line = Array.from({ length: used }, (_, k) =>
    height(values.slice(edge(k), edge(k + 1)), glyphs, range),
  )
  return line.join('').padStart(width)
}

function height(values: readonly number[], glyphs: Glyphs, range: Range): string {
  const known = values.filter((value) => Number.isFinite(place(value, range, 8)))
  if (known.length === 0) return ' '
  const level = Math.round(place(Math.max(...known), range, 8))
  return heights[glyphs][Math.max(0, Math.min(7, level))]!
}
