import { fitting, whole, width, type Line } from './line.ts'

/** A key and what it does. */
export interface KeyHelp {
  readonly keys: string
  readonly does: string
}

/** All keys, in the order in which they are told. */
export const keyHelp: readonly KeyHelp[] = [
  { keys: 'space', does: 'pause, go on' },
  { keys: 's', does: 'one step, then pause' },
  { keys: 'S', does: 'a round of steps' },
  { keys: 'd g', does: 'only the discriminator, the generator moves; again: both' },
  { keys: '+ -', does: 'twice, half the pace' },
  { keys: '1-7', does: 'focus a pane' },
  { keys: 'Tab', does: 'focus the next pane' },
  { keys: 'z', does: 'zoom the focused pane' },
  { keys: 'y', does: 'linear, logarithmic axes' },
  { keys: 'e E', does: 'next, previous event' },
  { keys: '/', does: 'filter events by text' },
  { keys: 'r R', does: 'restart with the same, a new seed' },
  { keys: ':set', does: 'change an option: set dynamics.generatorRate=0.05' },
  { keys: ':goto', does: 'play up to a step: goto 4200' },
  { keys: 'w', does: 'save the frame as text and SVG' },
  { keys: '?', does: 'this help; type to narrow it' },
  { keys: 'q Ctrl-C', does: 'quit' },
]

/** The keys whose line holds a text, in as many columns as they need and fit. */
export function helpLines(filter: string, columns: number, rows: number): Line[] {
  const wanted = filter.toLowerCase()
  const found = keyHelp.filter(({ keys, does }) => `${keys} ${does}`.toLowerCase().includes(wanted))
  const head: Line = fitting(
    [
      { text: ' keys', bold: true },
      { text: filter === '' ? 'type to narrow' : `holding ${filter}`, dim: true },
    ],
    columns,
  )
  if (found.length === 0) return [head, [{ text: whole(' no key does that', columns), dim: true }]]
  const room = Math.max(0, rows - 1)
  const widest = Math.max(...found.map(({ does }) => width(does))) + 13
  const abreast = found.length > room && columns >= 2 * widest ? 2 : 1
  const perColumn = Math.ceil(found.length / abreast)
  const shown = Array.from({ length: Math.min(perColumn, room) }, (_, row) =>
    helpRow([found[row], abreast > 1 ? found[row + perColumn] : undefined], columns / abreast),
  )
  return [head, ...shown]
}

function helpRow(pair: readonly (KeyHelp | undefined)[], room: number): Line {
  return pair.flatMap((one) => {
    if (!one) return []
    const does = whole(one.does, Math.floor(room) - 12)
    const keys = { text: ` ${one.keys.padEnd(10)} `, bold: true }
    return [keys, { text: does.padEnd(Math.floor(room) - 12) }]
  })
}
