import { place, type Range } from './axis.ts'
import { ticks, type Tick } from './ticks.ts'

/** Labels at the left of a plot, one string a row, all equally wide, ending in the axis. */
export function leftAxis(range: Range, rows: number): string[] {
  const marks = new Map<number, string>()
  for (const tick of ticks(range, Math.max(2, Math.ceil(rows / 2))))
    marks.set(rowOf(tick, range, rows), tick.label)
  const width = Math.max(0, ...[...marks.values()].map((label) => label.length))
  return Array.from({ length: rows }, (_, row) => {
    const label = marks.get(row)
    return label === undefined ? `${' '.repeat(width)}│` : `${label.padStart(width)}┤`
  })
}

/** The row in which a number lies; a row is four dots high. */
function rowOf({ value }: Tick, range: Range, rows: number): number {
  const dots = rows * 4
  return Math.min(rows - 1, Math.floor((dots - 1 - Math.round(place(value, range, dots))) / 4))
}

/** The line below a plot with its ticks, and their labels, each under its tick and none cut or touching another. */
export function bottomAxis(range: Range, columns: number): [line: string, labels: string] {
  for (let most = Math.max(2, Math.floor(columns / 6)); most > 0; most--) {
    const placed = ticks(range, most).map((tick) => ({
      ...tick,
      at: columnOf(tick, range, columns),
    }))
    const labels = written(placed, columns)
    if (labels === null) continue
    const line = Array.from({ length: columns }, () => '─')
    for (const { at } of placed) line[at] = '┬'
    return [line.join(''), labels]
  }
  return ['─'.repeat(columns), ' '.repeat(columns)]
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
