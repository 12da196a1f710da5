import { visible } from '@ganglion/core'
import { keyHelp, type KeyHelp } from '../help-page.ts'
import { fitting, whole, wrapped, type Line } from './line.ts'

/**
 * The keys whose line holds a text, as many as there is room for from the `from`th on; those before and after them are
 * counted. Never fewer than there is room for: `from` beyond the last page is the last page.
 */
export function helpLines(filter: string, columns: number, rows: number, from = 0): Line[] {
  const found = keysHolding(filter)
  if (found.length === 0)
    return [
      heading(filter, 0, 0, columns),
      [{ text: whole(' no key does that', columns), dim: true }],
    ]
  const first = Math.min(from, lastHelpStart(filter, columns, rows))
  const told = found.slice(first, first + fits(found.slice(first), columns, rows))
  return [
    heading(filter, first, found.length - first - told.length, columns),
    ...told.flatMap((one) => helpRows(one, columns)),
  ]
}

/** From which key on the last page is shown; 0 where all have room. */
export function lastHelpStart(filter: string, columns: number, rows: number): number {
  const found = keysHolding(filter)
  return found.length - fits(found.toReversed(), columns, rows)
}

function keysHolding(filter: string): readonly KeyHelp[] {
  const wanted = filter.toLowerCase()
  return keyHelp.filter(({ keys, does }) => `${keys} ${does}`.toLowerCase().includes(wanted))
}

/** How many of them have room under the heading. */
function fits(keys: readonly KeyHelp[], columns: number, rows: number): number {
  let room = rows - 1
  const end = keys.findIndex((one) => (room -= helpRows(one, columns).length) < 0)
  return end < 0 ? keys.length : end
}

function heading(filter: string, above: number, below: number, columns: number): Line {
  const more = [above > 0 ? `${above} above` : '', below > 0 ? `${below} below` : '']
  const told = more.filter((part) => part !== '').join(', ')
  return fitting(
    [
      { text: ' keys', bold: true },
      { text: told === '' ? '' : `${told}: arrows`, role: 'warning' },
      { text: filter === '' ? 'type to narrow' : `holding ${visible(filter)}`, dim: true },
    ],
    columns,
  )
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
