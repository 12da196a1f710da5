import { Box } from 'ink'
import type { View } from './feed.ts'
import { layOut } from './layout.ts'
import { DensityPane } from './panes/density-pane.tsx'
import { EventLog } from './panes/event-log.tsx'
import { footLines } from './foot-lines.ts'
import { HelpLine } from './panes/help-line.tsx'
import { TrajectoryPane } from './panes/trajectory-pane.tsx'
import { VerdictStrip } from './panes/verdict-strip.tsx'

/** One view on a window of a given size. */
export function Screen(props: {
  readonly view: View
  readonly title: string
  readonly steps: number
  readonly help: boolean
  readonly columns: number
  readonly rows: number
}) {
  const { view, title, steps, help } = props
  const foot = footLines(help, view, props.columns)
  const layout = layOut(props.columns, props.rows, foot.length)
  const { columns, rows, density, trajectories, beside, log } = layout
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <VerdictStrip
        view={view}
        title={title}
        steps={steps}
        columns={columns}
        lines={layout.strip}
      />
      <Box flexDirection={beside ? 'row' : 'column'} columnGap={beside ? 1 : 0}>
        <DensityPane frame={view.frame} {...density} />
        {trajectories && <TrajectoryPane history={view.history} {...trajectories} />}
      </Box>
      {log > 0 && <EventLog events={view.events} columns={columns} rows={log} />}
      <HelpLine lines={foot} />
    </Box>
  )
}
