import { Text } from 'ink'
import { Tinted } from '../tinted.tsx'

/** A word of a legend. */
export interface Legend {
  readonly text: string
  readonly color?: string | undefined
}

/** The title of a pane: as many words of the legend as fit whole, then a rule to the edge. */
export function PaneTitle(props: { readonly legend: readonly Legend[]; readonly columns: number }) {
  const shown: Legend[] = []
  let used = 0
  for (const word of props.legend) {
    if (used + word.text.length + 1 > props.columns) break
    used += word.text.length + 1
    shown.push(word)
  }
  return (
    <Text wrap="truncate">
      {shown.map(({ text, color }) => (
        <Tinted key={text} color={color}>
          {`${text} `}
        </Tinted>
      ))}
      <Tinted dim>{'─'.repeat(Math.max(0, props.columns - used))}</Tinted>
    </Text>
  )
}
