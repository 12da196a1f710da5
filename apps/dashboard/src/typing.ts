import { speak, usualWindow, type Scene } from './command-line.ts'
import { complete } from './completion.ts'
import { layOut } from './layout.ts'
import { lastHelpStart } from './panes/help.ts'
import { passing } from './passing-events.ts'
import type { Stroke } from './stroke.ts'
import type { Ui } from './ui.ts'
import { become, refuse, say, type Outcome } from './wish.ts'

/** The longest line, and how many lines are remembered. */
const [longest, remembered] = [500, 100]

/** How many keys of the help a page is. */
const page = 8

type Typing = NonNullable<Ui['typing']>

/** A stroke while someone types: letters are text. */
export function type(stroke: Stroke, ui: Ui, typing: Typing, scene: Scene): Outcome {
  if (stroke.type !== 'key') return letters(stroke.text, ui, typing)
  switch (stroke.name) {
    case 'escape':
      return leave(ui, typing)
    case 'enter':
      return enter(ui, typing, scene)
    case 'erase':
      return typing.text === ''
        ? leave(ui, typing)
        : edit(ui, typing, typing.text.replace(/.$/su, ''))
    case 'erase word':
      return edit(ui, typing, typing.text.replace(/[^\s=.]*[\s=.]*$/, ''))
    case 'erase line':
      return edit(ui, typing, '')
    case 'tab':
      return typing.prompt === ':' ? completed(ui, typing, scene) : become(ui, {})
    case 'up':
      return typing.prompt === '?' ? scroll(ui, scene, -1) : recall(ui, typing, -1)
    case 'down':
      return typing.prompt === '?' ? scroll(ui, scene, 1) : recall(ui, typing, 1)
    case 'page up':
      return scroll(ui, scene, -page)
    case 'page down':
      return scroll(ui, scene, page)
    default:
      return become(ui, {})
  }
}

function letters(text: string, ui: Ui, typing: Typing): Outcome {
  // A second `?` closes the help that the first has opened.
  if (typing.prompt === '?' && typing.text === '' && text === '?') return leave(ui, typing)
  // oxlint-disable-next-line no-control-regex -- escape sequences are what it looks for
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
  if (typing.text.length + clean.length > longest)
    return refuse(ui, `A line has at most ${longest} characters.`)
  return edit(ui, typing, typing.text + clean)
}

/** The line becomes another; what it filters follows at once. */
function edit(ui: Ui, { prompt }: Typing, text: string): Outcome {
  const filters =
    prompt === '/' ? { filter: text } : prompt === '?' ? { helpFilter: text, helpFrom: 0 } : {}
  return become(ui, { typing: { prompt, text }, recalled: null, ...filters })
}

function leave(ui: Ui, { prompt }: Typing): Outcome {
  const left = { typing: null, recalled: null }
  if (prompt === '?') return become(ui, { ...left, help: false, helpFilter: '', helpFrom: 0 })
  return become(ui, prompt === '/' ? { ...left, filter: '' } : left)
}

function enter(ui: Ui, { prompt, text }: Typing, scene: Scene): Outcome {
  if (prompt === '?') return become(ui, {})
  const left = { ...ui, typing: null, recalled: null }
  if (prompt === ':') return speak(text, { ...left, spoken: remember(ui.spoken, text) }, scene)
  const { events } = scene.view
  const shown = passing(events, text).length
  if (text === '') return become(left, { filter: '' })
  if (shown === 0) return refuse(left, `No event holds ${text} so far; / and Esc show all again.`)
  return say(left, `${shown} of ${events.length} events hold ${text}; / and Esc show all again.`)
}

function remember(spoken: readonly string[], line: string): readonly string[] {
  if (line.trim() === '' || spoken.at(-1) === line) return spoken
  return [...spoken, line].slice(-remembered)
}

function completed(ui: Ui, { prompt, text }: Typing, { view }: Scene): Outcome {
  const done = complete(text, view)
  const typing = { prompt, text: done.text }
  if (done.choices.length > 0) return say({ ...ui, typing }, done.choices.join('  '))
  if (done.text === text) return refuse(ui, 'There is nothing that completes this.')
  return become(ui, { typing })
}

/** Other keys of the help come into sight, never beyond its ends. */
function scroll(ui: Ui, { window = usualWindow }: Scene, by: number): Outcome {
  if (!ui.help) return become(ui, {})
  const { body } = layOut(window.columns, window.rows, 1, ui)
  const last = lastHelpStart(ui.helpFilter, window.columns, body)
  return become(ui, { helpFrom: Math.max(0, Math.min(last, ui.helpFrom + by)) })
}

/** An older or newer line; past the newest is an empty one. */
function recall(ui: Ui, { prompt }: Typing, way: 1 | -1): Outcome {
  if (prompt !== ':' || ui.spoken.length === 0) return become(ui, {})
  const at = (ui.recalled ?? ui.spoken.length) + way
  const recalled = at >= ui.spoken.length ? null : Math.max(0, at)
  const text = recalled === null ? '' : ui.spoken[recalled]!
  return become(ui, { typing: { prompt, text }, recalled })
}
