import { visible } from '@ganglion/core'
import type { View } from './feed.ts'
import { failureLine } from './failure.ts'
import { fitting, width, wrappedTo, type Line } from './panes/line.ts'
import { roomForFailure } from './panes/verdict.ts'
import { paneNames, type Ui } from './ui.ts'

/** A sentence takes at most so many lines. */
const mostLines = 3

/** The foot of the screen: why a run failed where the strip cannot hold it, the answer to the last key, what is being typed or the keys that lead on. */
export function footLines(
  ui: Ui,
  view: Pick<View, 'ending' | 'problem'>,
  columns: number,
  shown: number = paneNames.length,
): Line[] {
  const over = view.ending !== null || view.problem !== null
  const said = answered(ui, columns)
  const last = typed(ui, columns) ?? (said.length > 0 ? [] : [keys(ui, over, columns, shown)])
  return [...alarm(view, columns), ...said, ...last]
}

function alarm(view: Pick<View, 'ending' | 'problem'>, columns: number): Line[] {
  const text = visible(failureLine(view) ?? '')
  if (width(text) <= roomForFailure(columns)) return []
  return wrappedTo(text, columns, mostLines).map((line) => [{ text: line, role: 'bad' }])
}

function answered({ notice }: Ui, columns: number): Line[] {
  if (!notice) return []
  return wrappedTo(visible(notice.text), columns, mostLines).map((text) => [
    notice.alarm ? { text, role: 'bad' } : { text },
  ])
}

/** What is being typed, its end where it is too long. */
function typed({ typing }: Ui, columns: number): Line[] | null {
  if (!typing) return null
  const text = visible(typing.text)
  const room = Math.max(0, columns - 2)
  return [
    [
      { text: typing.prompt, bold: true },
      { text: text.length > room ? text.slice(-room) : text },
      { text: '█' },
    ],
  ]
}

function keys(ui: Ui, ended: boolean, columns: number, shown: number): Line {
  const all = shown >= paneNames.length
  const words = [
    ui.help ? '? close' : '? keys',
    'q quit',
    all ? '1-8 focus' : '1-8 panes',
    ui.zoomed ? 'z all panes' : 'z zoom',
    ended ? '' : 'space pause',
    ended ? '' : 's step',
    ': command',
    '/ filter',
    'e E events',
    ui.focus === 'eigenvalues' ? 'y frame' : 'y log',
  ]
  return fitting(
    words.map((text) => ({ text, dim: true })),
    columns,
  )
}
