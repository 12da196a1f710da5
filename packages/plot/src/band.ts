import { place, type Range } from './axis.ts'

/** An interval on the line, ends included; either may be infinite. */
export interface Span {
  readonly left: number
  readonly right: number
}

const shade = '▒'
const ground = '·'

/** Shades the spans on a strip of cells. Ends outside the range show as arrows, a span within one cell as a bar. */
export function band(spans: readonly Span[], range: Range, columns: number): string {
  const cells = Array.from({ length: columns }, () => ground)
  for (const span of spans) shadeSpan(cells, span, range)
  return cells.join('')
}

function shadeSpan(cells: string[], { left, right }: Span, range: Range): void {
  if (!(left < right)) return
  const last = cells.length - 1
  if (right < range.low) return void (cells[0] = '◂')
  if (left > range.high) return void (cells[last] = '▸')
  const column = (value: number): number =>
    Math.max(0, Math.min(last, Math.floor(Math.round(place(value, range, cells.length * 2)) / 2)))
  const [from, to] = [column(left), column(right)]
  if (from === to) return void (cells[from] = '┃')
  for (let k = from; k <= to; k++) cells[k] = shade
  if (left < range.low) cells[from] = '◂'
  if (right > range.high) cells[to] = '▸'
}
