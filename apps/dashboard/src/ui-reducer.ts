import { begin, usualWindow, type Scene } from './command-line.ts'
import { playKey } from './command-for.ts'
import { layOut } from './layout.ts'
import { passing } from './passing-events.ts'
import type { Stroke } from './stroke.ts'
import { type } from './typing.ts'
import { paneNames, type PaneName, type Ui } from './ui.ts'
import { become, refuse, say, wish, type Outcome } from './wish.ts'
import { eventWords } from './wording.ts'

/** What a stroke makes of the choices, and what it asks for. Pure; never throws, whatever the stroke. */
export function press(stroke: Stroke, before: Ui, scene: Scene): Outcome {
  const ui = { ...before, notice: null }
  if (stroke.type === 'key' && stroke.name === 'interrupt') return wish(ui, { type: 'quit' })
  if (ui.typing) return type(stroke, ui, ui.typing, scene)
  if (stroke.type === 'paste')
    return refuse(ui, 'What is pasted is taken only while you type, after : or /.')
  return stroke.type === 'letter' ? letter(stroke.text, ui, scene) : named(stroke.name, ui)
}

function letter(key: string, ui: Ui, scene: Scene): Outcome {
  const played = playKey(key, ui, scene.view)
  if (played) return played
  const pane = paneNames[Number(key) - 1]
  if (pane) return become(ui, { focus: pane })
  switch (key) {
    case 'z':
      return become(ui, { zoomed: !ui.zoomed })
    case 'y':
      return otherAxes(ui, scene)
    case 'e':
      return nextEvent(ui, scene, 1)
    case 'E':
      return nextEvent(ui, scene, -1)
    case '/':
    case ':':
      return become(ui, {
        typing: { prompt: key, text: '' },
        ...(key === '/' ? { filter: '' } : {}),
      })
    case '?':
      return become(ui, {
        help: true,
        helpFilter: '',
        helpFrom: 0,
        typing: { prompt: '?', text: '' },
      })
    case 'r':
      return begin(ui)
    case 'R':
      return anew(ui, scene)
    case 'w':
      return wish(ui, { type: 'save', name: null })
    case 'q':
      return wish(ui, { type: 'quit' })
    default:
      return refuse(ui, `${key} does nothing here; ? shows the keys.`)
  }
}

/** The panes in which `y` changes something. */
const withOtherAxes: readonly PaneName[] = ['distances', 'gradients', 'eigenvalues']

/** Where no pane that is to be seen has another axis or frame, it is told which panes have. */
function otherAxes(ui: Ui, { window = usualWindow }: Scene): Outcome {
  const { shelves } = layOut(window.columns, window.rows, 1, ui)
  const seen = shelves.some((shelf) => shelf.some(({ name }) => withOtherAxes.includes(name)))
  if (seen) return become(ui, { logarithmic: !ui.logarithmic })
  const names = withOtherAxes.map((name) => `${paneNames.indexOf(name) + 1} ${name}`)
  return refuse(ui, `y is for the panes ${names.join(', ')}: focus one of them by its digit.`)
}

function named(name: (Stroke & { readonly type: 'key' })['name'], ui: Ui): Outcome {
  if (name === 'tab') return become(ui, { focus: beside(ui, 1) })
  if (name === 'backtab') return become(ui, { focus: beside(ui, -1) })
  if (name !== 'escape') return become(ui, {})
  if (ui.selected !== null) return say({ ...ui, selected: null }, 'Follows the newest event.')
  return become(ui, ui.zoomed ? { zoomed: false } : { filter: '' })
}

function beside({ focus }: Ui, way: 1 | -1): Ui['focus'] {
  return paneNames[(paneNames.indexOf(focus) + way + paneNames.length) % paneNames.length]!
}

function anew(ui: Ui, { view: { seed } }: Scene): Outcome {
  if (seed === null) return refuse(ui, 'The seed is not known yet; :restart 7 takes one of yours.')
  return begin(ui, seed < Number.MAX_SAFE_INTEGER ? seed + 1 : 0)
}

/** The event before or after the one that is looked at, among those that are shown; never around the end. */
function nextEvent(ui: Ui, { view: { events } }: Scene, way: 1 | -1): Outcome {
  const shown = passing(events, ui.filter)
  if (shown.length === 0) return refuse(ui, noEvent(ui.filter))
  const { selected } = ui
  // Whoever follows the newest begins with it.
  if (selected === null) return select(ui, events, shown.at(-1)!)
  const found = way > 0 ? shown.find((at) => at > selected) : shown.findLast((at) => at < selected)
  if (found === undefined)
    return refuse(
      ui,
      way > 0 ? 'This is the newest event; Esc follows it.' : 'This is the first event.',
    )
  return select(ui, events, found)
}

const noEvent = (filter: string): string =>
  filter === '' ? 'Nothing has happened yet.' : `No event holds ${filter}; / and Esc show all.`

function select(ui: Ui, events: Scene['view']['events'], at: number): Outcome {
  const event = events[at]!
  return say(
    { ...ui, selected: at },
    `Step ${event.step}: ${eventWords(event)} (${at + 1} of ${events.length})`,
  )
}
