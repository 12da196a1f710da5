import { Text } from 'ink'
import { createContext, useContext } from 'react'
import { cut, type Line, type Piece } from './panes/line.ts'
import { ThemeContext, written, type Theme } from './theme.ts'

/** Whether the screen has colours and weights of type at all; `false` overrules the theme. */
export const Tint = createContext(true)

/** Lines of text, each cut at the edge and coloured as the theme says. */
export function Lines({
  lines,
  columns,
}: {
  readonly lines: readonly Line[]
  readonly columns: number
}) {
  const theme = useContext(ThemeContext)
  const tinted = useContext(Tint)
  return lines.map((line, row) => (
    <Text key={row} wrap="truncate">
      {cut(line, columns).map((piece, at) => styled(piece, at, theme, tinted))}
      {line.length === 0 ? ' ' : ''}
    </Text>
  ))
}

/** A plain piece stays a string, which costs less than an element. */
function styled(piece: Piece, at: number, theme: Theme, tinted: boolean) {
  const text = written(piece.text, theme)
  if (!tinted) return text
  const color = piece.role && theme.colors[piece.role]
  const { weights } = theme
  const [bold, dim, inverse] = [piece.bold, piece.dim, piece.inverse].map((is) => weights && !!is)
  if (!color && !bold && !dim && !inverse) return text
  return (
    <Text
      key={at}
      bold={bold ?? false}
      dimColor={dim ?? false}
      inverse={inverse ?? false}
      {...(color ? { color } : {})}
    >
      {text}
    </Text>
  )
}
