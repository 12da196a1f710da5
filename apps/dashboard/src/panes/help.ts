import { visible } from '@ganglion/core'
import { keyHelp, type KeyHelp } from '../help-page.ts'
import { fitting, whole, wrapped, type Line } from './line.ts'

/** The keys whose line holds a text, as many as there is room for; the others are counted. */
export function helpLines(filter: string, columns: number, rows: number): Line[] {
  const wanted = filter.toLowerCase()
  const found = keyHelp.filter(({ keys, does }) => `${keys} ${does}`.toLowerCase().includes(wanted))
  const head = (left: number): Line =>
    fitting(
      [
        { text: ' keys', bold: true },
        { text: filter === '' ? 'type to narrow' : `holding ${visible(filter)}`, dim: true },
        { text: left > 0 ? `${left} more` : '', role: 'warning' },
      ],
      columns,
    )
  if (found.length === 0)
    return [head(0), [{ text: whole(' no key does that', columns), dim: true }]]
  const room = Math.max(0, rows - 1)
  const shown: Line[] = []
  let told = 0
  for (const one of found) {
    const lines = helpRows(one, columns)
    if (shown.length + lines.length > room) break
    shown.push(...lines)
    told++
  }
  return [head(found.length - told), ...shown]
}

/** Columns of the keys, blanks beside them included. */
const keyColumns = 12

/** A key and what it does; the words go on under each other where the window is narrow. */
function helpRows({ keys, does }: KeyHelp, columns: number): Line[] {
  return wrapped(does, columns - keyColumns).map((text, at) => [
    { text: ` ${(at === 0 ? keys : '').padEnd(keyColumns - 2)} `, bold: true },
    { text: whole(text, columns - keyColumns) },
  ])
}
