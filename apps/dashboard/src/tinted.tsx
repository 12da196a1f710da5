import { Transform } from 'ink'
import { createContext, useContext } from 'react'
import { ansiLine } from './ansi-line.ts'
import type { Line } from './panes/line.ts'
import { plainTheme, ThemeContext } from './theme.ts'

/** Whether the screen has colours and weights of type at all; `false` overrules the theme. */
export const Tint = createContext(true)

/**
 * Lines of text, each cut at the edge and coloured as the theme says. Ink is given blanks to lay out and the line itself
 * afterwards: it measures every character of what it lays out at every frame, which costs more than all drawing.
 */
export function Lines(props: { readonly lines: readonly Line[]; readonly columns: number }) {
  const { lines, columns } = props
  const tinted = useContext(Tint)
  const chosen = useContext(ThemeContext)
  const theme = tinted ? chosen : plainTheme(chosen)
  const blanks = ' '.repeat(columns)
  return lines.map((line, row) => {
    const text = ansiLine(line, theme, columns)
    return (
      <Transform key={row} transform={() => text}>
        {blanks}
      </Transform>
    )
  })
}
