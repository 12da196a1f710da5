import { paneNames, type PaneName } from '../ui.ts'
import { width, type Line, type Piece } from './line.ts'

/** What a title is made of. */
export interface Title {
  readonly name: PaneName
  /** What the pane is called where that is not its name. */
  readonly word?: string | undefined
  readonly focused: boolean
  /** Words of the legend in several lengths, the longest first. */
  readonly legends: readonly (readonly Piece[])[]
  readonly columns: number
}

/** The title of a pane: digit and name, in brackets where the focus is, the longest legend that fits whole, a rule to the edge. */
export function titleLine({ name, word: called = name, focused, legends, columns }: Title): Line {
  const word = `${paneNames.indexOf(name) + 1} ${called}`
  const head: Piece = focused
    ? { text: `[${word}]`, bold: true }
    : { text: ` ${word} `, bold: false }
  if (width(head.text) > columns) return [{ ...head, text: word.slice(0, columns) }]
  const room = columns - width(head.text)
  const legend = legends.map((words) => spaced(words)).find((line) => taken(line) <= room) ?? []
  const rest = room - taken(legend)
  const rule = (focused ? '━' : '─').repeat(Math.max(0, rest - 1))
  return [head, ...legend, { text: rest > 0 ? ` ${rule}` : '', dim: !focused }]
}

const taken = (line: Line): number => line.reduce((sum, { text }) => sum + width(text), 0)

function spaced(words: readonly Piece[]): Line {
  return words.flatMap((word) => [{ text: ' ' }, word])
}
