import { Box } from 'ink'
import { useMemo } from 'react'
import type { View } from './feed.ts'
import { footLines } from './foot-lines.ts'
import { layOut } from './layout.ts'
import { helpLines } from './panes/help.ts'
import { Pane } from './panes/pane.tsx'
import { verdictLines } from './panes/verdict.ts'
import { LaidOutFor, Lines } from './tinted.tsx'
import { firstUi, type Ui } from './ui.ts'

/** One view on a window of a given size: the verdict, the panes that have room, the foot. */
export function Screen(props: {
  readonly view: View
  readonly title: string
  readonly steps: number
  readonly columns: number
  readonly rows: number
  /** What the person at the keys has chosen. */
  readonly ui?: Ui
}) {
  const { view, title, steps, columns, rows, ui = firstUi } = props
  const footHeight = footLines(ui, view, columns).length
  const layout = layOut(columns, rows, footHeight, ui)
  const foot = footLines(ui, view, columns, layout.shown)
  const size = useMemo(() => ({ columns, rows }), [columns, rows])
  return (
    <LaidOutFor value={size}>
      <Box flexDirection="column" width={columns} height={layout.rows}>
        <Lines
          lines={verdictLines(view, { title, steps }, columns, layout.strip)}
          columns={columns}
        />
        <Box flexDirection="column" flexShrink={0} height={layout.body}>
          {ui.help ? (
            <Lines
              lines={helpLines(ui.helpFilter, columns, layout.body, ui.helpFrom)}
              columns={columns}
            />
          ) : (
            layout.shelves.map((shelf, at) => (
              <Box key={at} columnGap={1} flexShrink={0}>
                {shelf.map((place) => (
                  <Pane key={place.name} place={place} view={view} ui={ui} />
                ))}
              </Box>
            ))
          )}
        </Box>
        {layout.rows > layout.strip && <Lines lines={foot} columns={columns} />}
      </Box>
    </LaidOutFor>
  )
}
