import { cut, type Line, type Piece } from './panes/line.ts'
import { written, type Theme } from './theme.ts'

/** A line as a terminal takes it, cut at the edge, coloured as a theme says; blanks at its end are left out. */
export function ansiLine(line: Line, theme: Theme, columns: number): string {
  const pieces = cut(line, columns)
  let text = ''
  pieces.forEach((piece, at) => {
    const plain = written(piece.text, theme)
    const shown = at === pieces.length - 1 && !piece.inverse ? plain.trimEnd() : plain
    text += dressed(shown, piece, theme)
  })
  return text
}

/** Text between the sequences of its look, each switched off by its own, as Ink expects it. */
function dressed(text: string, { role, bold, dim, inverse }: Piece, theme: Theme): string {
  if (text === '') return text
  const color = role && theme.colors[role]
  let dressed = color ? `\u001b[${color}m${text}\u001b[39m` : text
  if (!theme.weights) return dressed
  if (inverse) dressed = `\u001b[7m${dressed}\u001b[27m`
  if (bold) dressed = `\u001b[1m${dressed}\u001b[22m`
  if (dim) dressed = `\u001b[2m${dressed}\u001b[22m`
  return dressed
}
