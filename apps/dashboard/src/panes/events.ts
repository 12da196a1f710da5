import { unwatchedText, visible, type GanglionEvent } from '@ganglion/core'
import type { Ui } from '../ui.ts'
import { passing } from '../passing-events.ts'
import { eventLine, evidence } from '../wording.ts'
import { instead } from './framed.ts'
import { filled, whole, wrapped, wrappedTo, type Line, type Piece } from './line.ts'

/** What of the choices the log depends on. */
export type LogChoice = Pick<Ui, 'filter' | 'selected' | 'zoomed'>

/** From so many lines on the event that is looked at is told in full. */
const tall = 12

/**
 * The events that pass the filter, the newest last; the one that is looked at is marked and always among them. Under them the
 * reason, if the run failed.
 */
export function eventLines(
  events: readonly GanglionEvent[],
  choice: LogChoice,
  columns: number,
  rows: number,
  failure: string | null = null,
): Line[] {
  const last = failure === null ? [] : failureLines(failure, columns, rows)
  if (events.length === 0 && last.length > 0) return last
  return [...logLines(events, choice, columns, rows - last.length), ...last]
}

/** Why the run failed, after all that happened. */
function failureLines(failure: string, columns: number, rows: number): Line[] {
  const words = `failed: ${visible(failure.split('\n', 1)[0]!)}`
  const most = Math.max(1, Math.floor(rows / 2))
  return wrappedTo(words, columns - 4, most)
    .slice(0, rows)
    .map((text, at) => [
      { text: at === 0 ? ' ✕ ' : '   ', role: 'bad' },
      { text, role: 'bad' },
    ])
}

function logLines(
  events: readonly GanglionEvent[],
  choice: LogChoice,
  columns: number,
  rows: number,
): Line[] {
  if (rows < 1) return []
  const shown = passing(events, choice.filter)
  if (events.length === 0) return instead('nothing has happened yet', columns, rows)
  if (shown.length === 0) return instead('no event holds these letters', columns, rows)
  const chosen = choice.selected === null ? shown.at(-1)! : choice.selected
  const told = choice.zoomed || rows >= tall ? detail(events[chosen], columns) : []
  const detailed = rows > 4 ? shortened(told, rows - 2, columns) : []
  const room = rows - detailed.length
  const first = firstShown(shown, chosen, room)
  const stepWidth = String(events.at(-1)!.step).length
  const lines = shown
    .slice(first, first + room)
    .map((at) => eventRow(events[at]!, stepWidth, at === choice.selected, columns))
  const gap = Array.from({ length: detailed.length > 0 ? room - lines.length : 0 }, () => [])
  return [...lines, ...gap, ...detailed]
}

/** How many there are, and how many are hidden by what. */
export function eventLegend(events: readonly GanglionEvent[], choice: LogChoice): Piece[][] {
  const { filter, selected } = choice
  const hidden = events.length - passing(events, filter).length
  if (events.length === 0) return []
  const count: Piece =
    selected === null
      ? { text: filter === '' ? `${events.length} so far` : counted(events.length) }
      : { text: `no. ${selected + 1} of ${events.length}`, role: 'busy' }
  if (filter === '') return [[count]]
  const first: Piece = { ...count, text: `${count.text},` }
  const short: Piece = { text: `${hidden} hidden`, role: 'warning' }
  const long: Piece = { text: `${short.text} by /${visible(filter)}`, role: 'warning' }
  return [[first, long], [first, short], [short], [count]]
}

const counted = (count: number): string => (count === 1 ? '1 event' : `${count} events`)

/** The newest are shown, unless the chosen one is older: then it stands in the middle. */
function firstShown(shown: readonly number[], chosen: number, room: number): number {
  const newest = Math.max(0, shown.length - room)
  const place = shown.indexOf(chosen)
  if (place < 0 || place >= newest) return newest
  return Math.max(0, place - Math.floor(room / 2))
}

const roles = { info: 'good', warning: 'warning', error: 'bad' } as const
/** Tells severities apart without colours. */
const signs = { info: ' ', warning: '!', error: '✕' } as const

function eventRow(event: GanglionEvent, stepWidth: number, chosen: boolean, columns: number): Line {
  const found = event.type === 'event'
  const sign = found ? signs[event.severity] : ' '
  const look: Omit<Piece, 'text'> = found ? { role: roles[event.severity] } : { dim: true }
  const text = whole(eventLine(event, stepWidth), columns - 4)
  const room = ' '.repeat(chosen ? Math.max(0, columns - 4 - text.length) : 0)
  return [
    { text: chosen ? '▸' : ' ', bold: chosen },
    { text: `${sign} `, ...look },
    { text: text + room, ...(chosen ? { inverse: true } : look) },
  ]
}

/** The first lines; an ellipsis tells that some are missing. */
function shortened(lines: readonly Line[], most: number, columns: number): readonly Line[] {
  if (lines.length <= most) return lines
  const text = lines.slice(most - 1).flatMap((line) => line.map((piece) => piece.text))
  return [...lines.slice(0, most - 1), [{ text: whole(text.join(''), columns - 1) }]]
}

/** Everything that an event says. */
function detail(event: GanglionEvent | undefined, columns: number): Line[] {
  if (!event) return []
  const end = event.type === 'cleared' ? ' cleared' : ''
  const room = columns - 2
  const lines = [
    ...filled([`${event.event}${end} at step ${event.step}`, ...facts(event)], room),
    ...wrapped(
      visible(event.type === 'insufficient-data' ? unwatchedText(event) : event.definition),
      room,
    ),
  ]
  const rule: Line = [{ text: ` ${'┄'.repeat(Math.max(0, room))}`, dim: true }]
  return [rule, ...lines.map((text) => [{ text: ` ${whole(text, room)}` }])]
}

function facts(event: GanglionEvent): string[] {
  const detector = `detector ${visible(event.detector)}`
  if (event.type === 'insufficient-data')
    return [...event.missing.map((name) => `lacks ${visible(name)}`), detector]
  return [`since ${event.since}`, `severity ${event.severity}`, ...evidence(event), detector]
}
