import { place, type Range } from './axis.ts'
import { marks, type Glyphs, type Marks } from './glyphs.ts'

/** An interval on the line, ends included; either may be infinite. */
export interface Span {
  readonly left: number
  readonly right: number
}

/** Shades the spans on a strip of cells. Ends outside the range show as arrows, a span within one cell as a bar. */
export function band(
  spans: readonly Span[],
  range: Range,
  columns: number,
  glyphs: Glyphs = 'braille',
): string {
  const cells = Array.from({ length: Math.max(0, columns) }, () => marks[glyphs].ground)
  if (cells.length === 0) return ''
  for (const span of spans) shadeSpan(cells, span, range, marks[glyphs])
  return cells.join('')
}

function shadeSpan(cells: string[], { left, right }: Span, range: Range, marks: Marks): void {
  if (!(left < right) || !(range.low < range.high)) return
  const last = cells.length - 1
  if (right < range.low) return void (cells[0] = marks.beyondLeft)
  if (left > range.high) return void (cells[last] = marks.beyondRight)
  // Ends below a logarithmic range have no place of their own: they are as far left as there is.
  const column = (value: number): number => {
    const dot = Math.round(place(Math.max(range.low, value), range, cells.length * 2))
    return Math.max(0, Math.min(last, Math.floor(dot / 2)))
  }
  const [from, to] = [column(left), column(right)]
  if (from === to) return void (cells[from] = marks.narrow)
  for (let k = from; k <= to; k++) cells[k] = marks.shade
  if (left < range.low) cells[from] = marks.beyondLeft
  if (right > range.high) cells[to] = marks.beyondRight
}
