import { left, type PickerState } from './picker-state.ts'

/** How a picker is drawn. */
export interface Room {
  readonly columns: number
  readonly rows: number
  readonly color: boolean
}

const bold = '\u001b[1m'
const dim = '\u001b[2m'
const inverse = '\u001b[7m'
const plain = '\u001b[0m'

/** The lines of a picker, none wider or more than there is room for: title, choices, what the chosen one is, keys. */
export function pickerLines(state: PickerState, { columns, rows, color }: Room): string[] {
  const paint = (text: string, style: string): string => (color ? `${style}${text}${plain}` : text)
  const fit = (text: string): string => shortened(text, columns)
  const shown = left(state)
  const about = shown[state.at]
  const below = about ? wrapped(`${about.title}. ${about.reference}.`, columns, 3) : []
  const filter = state.filter === '' ? '' : `  filter: ${state.filter.trimStart()}`
  const head = [paint(fit(`ganglion: choose a preset${filter}`), bold), '']
  const foot = ['', ...below.map((line) => paint(line, dim)), paint(fit(keys(columns)), dim)]
  const height = Math.max(1, rows - head.length - foot.length - 1)
  const first = Math.max(0, Math.min(state.at - (height >> 1), shown.length - height))
  const width = Math.max(0, ...shown.map(({ name }) => name.length))
  const list = shown.slice(first, first + height).map(({ name, title }, k) => {
    const chosen = first + k === state.at
    const line = fit(`${chosen ? '>' : ' '} ${name.padEnd(width)}  ${title}`)
    return chosen ? paint(line, inverse) : line
  })
  const nothing = shown.length === 0 ? [fit('  nothing matches; Esc clears the filter')] : []
  return [...head, ...list, ...nothing, ...foot].slice(0, rows)
}

const keys = (columns: number): string =>
  columns >= 66
    ? 'up/down or j/k move, type to filter, Enter runs it live, q leaves'
    : 'j/k move  type filter  Enter run  q quit'

function shortened(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, Math.max(0, columns - 3))}...`
}

/** Text in at most so many lines. */
function wrapped(text: string, columns: number, most: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= columns) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines.map((line) => shortened(line, columns))
  const last = `${lines[most - 1]} ...`
  return [...lines.slice(0, most - 1), last].map((line) => shortened(line, columns))
}
