import { Box, Text } from 'ink'
import type { Run } from '@ganglion/plot'
import { Tinted } from '../tinted.tsx'
import { colors } from './palette.ts'

/** Rows of a plot behind their left axis. */
export function PlotLines(props: { readonly axis: readonly string[]; readonly rows: Run[][] }) {
  return (
    <Box flexDirection="column">
      {props.rows.map((runs, row) => (
        <Text key={row} wrap="truncate">
          {props.axis[row]}
          {runs.map((run, at) => (
            <Tinted key={at} color={colors[run.ink]}>
              {run.text}
            </Tinted>
          ))}
        </Text>
      ))}
    </Box>
  )
}
