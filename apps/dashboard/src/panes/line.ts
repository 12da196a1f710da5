import type { Role } from '../theme.ts'

/** A stretch of text with one look. */
export interface Piece {
  readonly text: string
  readonly role?: Role | undefined
  readonly bold?: boolean
  readonly dim?: boolean
  readonly inverse?: boolean
}

/** One line of a pane. */
export type Line = readonly Piece[]

/** How many columns a text takes: letters of East Asia and pictures take two. */
export function width(text: string): number {
  let columns = 0
  for (const character of text) columns += wide(character.codePointAt(0)!) ? 2 : 1
  return columns
}

/** How many columns a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + width(text), 0)
}

/** The line cut at an edge, where `columns` end: the last resort, panes fit by themselves. */
export function cut(line: Line, columns: number): Line {
  if (lineWidth(line) <= columns) return line
  const kept: Piece[] = []
  let room = columns
  for (const piece of line) {
    let text = ''
    for (const character of piece.text) {
      const next = width(character)
      if (next > room) return [...kept, { ...piece, text }]
      text += character
      room -= next
    }
    kept.push(piece)
  }
  return kept
}

/** As many words as fit whole; an ellipsis tells that some are missing. */
export function whole(text: string, columns: number): string {
  if (width(text) <= columns) return text
  if (columns < 1) return ''
  let kept = ''
  for (const character of text) {
    if (width(kept) + width(character) > columns - 1) break
    kept += character
  }
  const end = kept.lastIndexOf(' ')
  const words = text[kept.length] === ' ' ? kept : end > 0 ? kept.slice(0, end) : kept
  return words.length + 2 <= columns ? `${words.trimEnd()} …` : `${words.trimEnd()}…`
}

/** The first parts that fit on a line whole, two blanks apart; those that do not are left out. */
export function fitting(parts: readonly Piece[], columns: number): Line {
  const line: Piece[] = []
  let used = 0
  for (const part of parts) {
    const gap = used > 0 ? 2 : 0
    if (part.text === '' || used + gap + width(part.text) > columns) continue
    line.push(...(gap > 0 ? [{ text: '  ' }] : []), part)
    used += gap + width(part.text)
  }
  return line
}

/** Words in as few lines as they need, none of them cut. */
export function filled(words: readonly string[], columns: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const joined = `${lines.at(-1)}  ${word}`
    if (lines.length > 0 && width(joined) <= columns) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

/** A text in as many lines as it needs, broken between words. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const joined = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && width(joined) <= columns) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

/** A text in at most so many lines, none longer than `columns`; an ellipsis tells that some is missing. */
export function wrappedTo(text: string, columns: number, most: number): string[] {
  const lines = wrapped(text, columns)
  const kept =
    lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')]
  return kept.map((line) => whole(line, columns))
}

/** Two columns wide; box, block and braille characters are one. */
function wide(code: number): boolean {
  if (code < 0x1100) return false
  if (code >= 0x2000 && code < 0x2e80) return false
  return code <= 0x115f || (code >= 0x2e80 && code < 0xd7a4) || code >= 0xf900
}
