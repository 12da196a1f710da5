import type { WriteStream } from 'node:tty'
import { Transform, useStdout } from 'ink'
import { createContext, useContext } from 'react'
import { ansiLine } from './ansi-line.ts'
import type { Line } from './panes/line.ts'
import { plainTheme, ThemeContext } from './theme.ts'

/** Whether the screen has colours and weights of type at all; `false` overrules the theme. */
export const Tint = createContext(true)

/** The size that a screen is laid out for; null where it does not matter. */
export const LaidOutFor = createContext<{
  readonly columns: number
  readonly rows: number
} | null>(null)

/**
 * Whether the terminal has another size than the screen was laid out for. When a window changes, terminals move what they
 * show, and Ink draws once more what it has before it lays out anew, and then leaves out the lines that look the same as
 * before. So nothing is drawn that once: every line is written again.
 */
function useOutgrown(): () => boolean {
  const stdout = useStdout().stdout as Partial<WriteStream>
  const size = useContext(LaidOutFor)
  return () => {
    if (!size || !stdout.isTTY) return false
    return stdout.columns !== size.columns || stdout.rows !== size.rows
  }
}

/**
 * Lines of text, each cut at the edge and coloured as the theme says. Ink is given blanks to lay out and the line itself
 * afterwards: it measures every character of what it lays out at every frame, which costs more than all drawing.
 */
export function Lines(props: { readonly lines: readonly Line[]; readonly columns: number }) {
  const { lines, columns } = props
  const tinted = useContext(Tint)
  const chosen = useContext(ThemeContext)
  const theme = tinted ? chosen : plainTheme(chosen)
  const outgrown = useOutgrown()
  const blanks = ' '.repeat(columns)
  return lines.map((line, row) => {
    const text = ansiLine(line, theme, columns)
    return (
      <Transform key={row} transform={() => (outgrown() ? '' : text)}>
        {blanks}
      </Transform>
    )
  })
}
