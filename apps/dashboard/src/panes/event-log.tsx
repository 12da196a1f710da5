import type { GanglionEvent } from '@ganglion/core'
import { Box } from 'ink'
import { Tinted } from '../tinted.tsx'
import { eventLine, whole } from '../wording.ts'
import { PaneTitle } from './pane-title.tsx'

const severities = { info: 'green', warning: 'yellow', error: 'red' } as const

/** The newest events, the newest last. */
export function EventLog(props: {
  readonly events: readonly GanglionEvent[]
  readonly columns: number
  readonly rows: number
}) {
  const { events, columns, rows } = props
  const room = Math.max(0, rows - 1)
  const first = Math.max(0, events.length - room)
  const width = String(events.at(-1)?.step ?? 0).length
  const legend = [
    { text: first > 0 ? `events: ${events.length}, the last ${room}` : `events: ${events.length}` },
  ]
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <PaneTitle legend={legend} columns={columns} />
      {events.slice(first).map((event, at) => (
        <Tinted key={first + at} {...look(event)}>
          {whole(eventLine(event, width), columns)}
        </Tinted>
      ))}
    </Box>
  )
}

function look(event: GanglionEvent) {
  return event.type === 'event' ? { color: severities[event.severity] } : { dim: true }
}
