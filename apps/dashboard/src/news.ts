import { visible } from '@ganglion/core'
import type { View } from './feed.ts'
import { keyHelp } from './help-page.ts'
import { eventSentence, paneSpoken, stability } from './spoken.ts'
import type { Ui } from './ui.ts'

/** What was on the screen at one moment. */
export interface Moment {
  readonly view: View
  readonly ui: Ui
}

/** More new events than this are counted, not told. */
const mostEvents = 3

/** What has changed between two moments and cannot wait, in sentences; a step more is nothing new. */
export function news(before: Moment, { view, ui }: Moment): string[] {
  const answered = ui.notice !== null && ui.notice !== before.ui.notice
  return [
    ...life(before.view, view),
    ...events(before.view, view),
    ...(answered ? [visible(ui.notice.text)] : []),
    ...(ui.focus === before.ui.focus ? [] : [paneSpoken(ui.focus, view)]),
    ...(ui.focus === before.ui.focus ? judged(before.view, view, ui) : []),
    // An answer to the key tells the event already.
    ...(answered || ui.selected === before.ui.selected ? [] : selected(view, ui)),
    ...typed(before.ui, ui),
    ...help(before.ui, ui),
  ]
}

function life(before: View, { state, frame, ending, problem }: View): string[] {
  if (problem !== null && before.problem === null) return [visible(problem)]
  if (ending && !before.ending) {
    const error = ending.error ? ` ${visible(ending.error.split('\n', 1)[0]!)}` : ''
    return [`The run has ended after ${ending.steps} steps: ${ending.outcome}.${error}`]
  }
  if (state === before.state || ending) return []
  return [`Now ${state}, at step ${frame?.step ?? 0}.`]
}

function events({ events: old }: View, { events: all }: View): string[] {
  // A restart begins with fewer events than there were.
  const fresh = all.length < old.length ? all : all.slice(old.length)
  const told = fresh.slice(-mostEvents).map((event) => `Event: ${eventSentence(event)}`)
  const untold = fresh.length - told.length
  return untold > 0 ? [`${untold} more events.`, ...told] : told
}

/** Another verdict, while the pane of the eigenvalues has the focus. */
function judged(before: View, view: View, { focus }: Ui): string[] {
  if (focus !== 'eigenvalues' || !view.stability) return []
  return verdictOf(before) === verdictOf(view) ? [] : [stability(view)]
}

const verdictOf = ({ stability: found }: View): string | undefined =>
  found?.type === 'judged' ? found.verdict : found?.reason

function selected({ events: all }: View, { selected: at }: Ui): string[] {
  const event = at === null ? undefined : all[at]
  return event ? [`Event ${at! + 1} of ${all.length}: ${eventSentence(event)}`] : []
}

const prompts = {
  ':': 'Type a command, then Enter.',
  '/': 'Type what events shall hold, then Enter.',
  '?': 'Type to narrow the help, Escape leaves it.',
} as const

function typed({ typing: old }: Ui, { typing }: Ui): string[] {
  if (!typing) return []
  if (!old || old.prompt !== typing.prompt) return [prompts[typing.prompt]]
  return typing.text === old.text ? [] : [`Typed: ${visible(typing.text)}`]
}

function help(before: Ui, { help: shown, helpFilter }: Ui): string[] {
  if (!shown || (before.help && before.helpFilter === helpFilter)) return []
  const wanted = helpFilter.toLowerCase()
  const found = keyHelp.filter(({ keys, does }) => `${keys} ${does}`.toLowerCase().includes(wanted))
  return found.length === 0
    ? ['No key does that.']
    : found.map(({ keys, does }) => `${keys}: ${does}.`)
}
