import { visible } from '@ganglion/core'
import { keyHelp, type KeyHelp } from '../help-page.ts'
import { fitting, whole, width, type Line } from './line.ts'

/** The keys whose line holds a text, in as many columns as they need and fit. */
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
  const widest = Math.max(...found.map(({ does }) => width(does))) + 13
  const abreast = found.length > room && columns >= 2 * widest ? 2 : 1
  const perColumn = Math.ceil(found.length / abreast)
  const shown = Array.from({ length: Math.min(perColumn, room) }, (_, row) =>
    helpRow([found[row], abreast > 1 ? found[row + perColumn] : undefined], columns / abreast),
  )
  return [head(found.length - Math.min(found.length, shown.length * abreast)), ...shown]
}

function helpRow(pair: readonly (KeyHelp | undefined)[], room: number): Line {
  return pair.flatMap((one) => {
    if (!one) return []
    const does = whole(one.does, Math.floor(room) - 12)
    const keys = { text: ` ${one.keys.padEnd(10)} `, bold: true }
    return [keys, { text: does.padEnd(Math.floor(room) - 12) }]
  })
}
