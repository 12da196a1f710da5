import { Box } from 'ink'
import { memo, useContext, useMemo } from 'react'
import type { View } from '../feed.ts'
import type { PlacedPane } from '../layout.ts'
import { ThemeContext } from '../theme.ts'
import { Lines } from '../tinted.tsx'
import type { Ui } from '../ui.ts'
import { contents } from './contents.ts'
import type { Line } from './line.ts'
import { titleLine } from './title.ts'

/** A pane in its place: title, then its lines, drawn anew only when what it depends on has changed. */
export function Pane(props: { readonly place: PlacedPane; readonly view: View; readonly ui: Ui }) {
  const { place, view, ui } = props
  const { name, columns, rows } = place
  const glyphs = useContext(ThemeContext).ascii ? 'ascii' : 'braille'
  const { needs, legends, lines } = contents[name]
  const focused = ui.focus === name
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `needs` says what the lines depend on
  const drawn = useMemo(() => {
    const title = titleLine({ name, focused, legends: legends(view, ui, glyphs), columns })
    const body = rows > 1 ? lines(view, ui, glyphs, columns, rows - 1) : []
    return [title, ...body].slice(0, rows)
  }, [name, columns, rows, glyphs, focused, ...needs(view, ui)])
  return <Block lines={drawn} columns={columns} rows={rows} />
}

/** Lines in a box of a fixed size. */
const Block = memo(function Block(props: {
  readonly lines: readonly Line[]
  readonly columns: number
  readonly rows: number
}) {
  const { lines, columns, rows } = props
  return (
    <Box flexDirection="column" flexShrink={0} width={columns} height={rows}>
      <Lines lines={lines} columns={columns} />
    </Box>
  )
})
