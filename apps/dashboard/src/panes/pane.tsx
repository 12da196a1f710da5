import { Box } from 'ink'
import { memo, useContext } from 'react'
import type { View } from '../feed.ts'
import type { PlacedPane } from '../layout.ts'
import { ThemeContext } from '../theme.ts'
import { Lines } from '../tinted.tsx'
import type { Ui } from '../ui.ts'
import { contents } from './contents.ts'
import { titleLine } from './title.ts'

interface PaneProps {
  readonly place: PlacedPane
  readonly view: View
  readonly ui: Ui
}

/** A pane in its place: title, then its lines, drawn anew only when what it depends on has changed. */
export const Pane = memo(function Pane({ place, view, ui }: PaneProps) {
  const { name, columns, rows } = place
  const glyphs = useContext(ThemeContext).ascii ? 'ascii' : 'braille'
  const { title: called, legends, lines } = contents[name]
  const focused = ui.focus === name
  const title = titleLine({
    name,
    word: called?.(view),
    focused,
    legends: legends(view, ui, glyphs),
    columns,
  })
  const body = rows > 1 ? lines(view, ui, glyphs, columns, rows - 1) : []
  return (
    <Box flexDirection="column" flexShrink={0} width={columns} height={rows}>
      <Lines lines={[title, ...body].slice(0, rows)} columns={columns} />
    </Box>
  )
}, alike)

/** Whether two moments look the same in this pane. */
function alike(before: PaneProps, after: PaneProps): boolean {
  const { name, columns, rows } = after.place
  const { place } = before
  if (place.name !== name || place.columns !== columns || place.rows !== rows) return false
  if ((before.ui.focus === name) !== (after.ui.focus === name)) return false
  const needed = contents[name].needs(before.view, before.ui)
  return contents[name].needs(after.view, after.ui).every((need, at) => need === needed[at])
}
