import { Box } from 'ink'
import type { View } from '../feed.ts'
import { Tinted } from '../tinted.tsx'

const keys = ['space pause', 's one step', 'd only D', 'g only G', '+/- speed', 'q quit', '? less']

/** The keys: all of them when asked for, else the two that lead on. */
export function HelpLine(props: {
  readonly help: boolean
  readonly view: View
  readonly columns: number
}) {
  const { help, view, columns } = props
  const lines = help ? filled(keys, columns) : [view.ending ? 'q quit' : '? keys  q quit']
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line) => (
        <Tinted key={line} dim>
          {line}
        </Tinted>
      ))}
    </Box>
  )
}

/** Words in as few lines as they need, none of them cut. */
function filled(words: readonly string[], columns: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const joined = `${lines.at(-1)}  ${word}`
    if (lines.length > 0 && joined.length <= columns) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}
