import { Box } from 'ink'
import type { FootLine } from '../foot-lines.ts'
import { Tinted } from '../tinted.tsx'

/** The foot of the screen: keys, and what went wrong. */
export function HelpLine({ lines }: { readonly lines: readonly FootLine[] }) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map(({ text, alarm }) => (
        <Tinted key={text} {...(alarm ? { color: 'red' } : { dim: true })}>
          {text}
        </Tinted>
      ))}
    </Box>
  )
}
