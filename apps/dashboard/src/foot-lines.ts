import { visible } from '@ganglion/core'
import type { View } from './feed.ts'
import { fitting, whole, type Line } from './panes/line.ts'
import { paneNames, type Ui } from './ui.ts'

/** The foot of the screen: why a run failed, what is being typed or was answered, the keys that lead on. */
export function footLines(
  ui: Ui,
  { ending }: Pick<View, 'ending'>,
  columns: number,
  shown: number = paneNames.length,
): Line[] {
  const error = ending?.error?.split('\n', 1)[0]
  const alarm: Line[] = error ? [[{ text: whole(visible(error), columns), role: 'bad' }]] : []
  return [...alarm, talk(ui, columns) ?? keys(ui, ending !== null, columns, shown)]
}

/** What is being typed, its end where it is too long, or the answer to the last key. */
function talk({ typing, notice }: Ui, columns: number): Line | null {
  if (typing) {
    const text = visible(typing.text)
    const room = Math.max(0, columns - 2)
    return [
      { text: typing.prompt, bold: true },
      { text: text.length > room ? text.slice(-room) : text },
      { text: '█' },
    ]
  }
  if (!notice) return null
  const text = whole(visible(notice.text), columns)
  return [notice.alarm ? { text, role: 'bad' } : { text }]
}

function keys(ui: Ui, ended: boolean, columns: number, shown: number): Line {
  const all = shown >= paneNames.length
  const words = [
    ui.help ? '? close' : '? keys',
    'q quit',
    all ? '1-7 focus' : '1-7 panes',
    ui.zoomed ? 'z all panes' : 'z zoom',
    ended ? '' : 'space pause',
    ended ? '' : 's step',
    ': command',
    '/ filter',
    'e E events',
    'y log',
  ]
  return fitting(
    words.map((text) => ({ text, dim: true })),
    columns,
  )
}
