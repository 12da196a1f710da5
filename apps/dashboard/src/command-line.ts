import { suggest } from 'ganglion'
import { fastest, overText, slowest } from './command-for.ts'
import type { View } from './feed.ts'
import { themeNames, type ThemeName } from './theme.ts'
import type { Ui } from './ui.ts'
import { become, refuse, say, send, wish, type Outcome } from './wish.ts'

/** What a command line may read: the game and how many steps it has. */
export interface Scene {
  readonly view: View
  readonly steps: number
  /** The window, in character cells; 80x24 when not told. */
  readonly window?: { readonly columns: number; readonly rows: number }
}

/** The window where none is told. */
export const usualWindow = { columns: 80, rows: 24 }

type Speaker = (rest: string, ui: Ui, scene: Scene) => Outcome

/** The commands by name. */
const speakers: Readonly<Record<string, Speaker>> = {
  set,
  goto: goTo,
  restart,
  pace,
  round,
  theme,
  save,
  help: (rest, ui) =>
    become(ui, { help: true, helpFilter: rest, helpFrom: 0, typing: { prompt: '?', text: rest } }),
  quit: (_, ui) => wish(ui, { type: 'quit' }),
}

/** The names of all commands. */
export const commandNames: readonly string[] = Object.keys(speakers)

/** Does what a line after `:` says, or says why not. */
export function speak(line: string, ui: Ui, scene: Scene): Outcome {
  const [name, rest] = parts(line)
  if (name === '') return become(ui, {})
  const known = Object.hasOwn(speakers, name) ? name : only(name)
  if (known) return speakers[known]!(rest, ui, scene)
  return refuse(ui, `There is no command :${name}; ${meant(name)}`)
}

/** The command that was meant, if its name is near and begins alike; else all of them. */
function meant(name: string): string {
  const alike = commandNames.filter((known) => known[0] === name[0])
  const said = suggest(name, alike)
  return said.startsWith('did you mean') ? said : `known: ${commandNames.join(', ')}`
}

/** The first word of a line, and the rest of it. */
function parts(line: string): [string, string] {
  const text = line.trim()
  const end = text.search(/\s/)
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end).trim()]
}

/** The only command that begins so: `:q` quits. */
function only(start: string): string | undefined {
  const found = commandNames.filter((name) => name.startsWith(start))
  return found.length === 1 ? found[0] : undefined
}

function set(rest: string, ui: Ui, { view }: Scene): Outcome {
  const [, path = '', text = ''] = /^([^\s=]+)(?:\s*=\s*|\s+|$)(.*)$/.exec(rest) ?? []
  const paths = Object.keys(view.options)
  if (path === '') {
    const example = paths[0] ?? 'dynamics.generatorRate'
    return refuse(ui, `:set takes an option and a number: :set ${example}=0.05`)
  }
  if (view.ending) return refuse(ui, overText)
  if (!Object.hasOwn(view.options, path) && paths.length > 0)
    return refuse(ui, `No option ${path} to set; ${suggest(path, paths)}`)
  const value = numberOf(text)
  if (value === null)
    return refuse(ui, `:set ${path}= takes a finite number, got ${text === '' ? 'nothing' : text}`)
  return send(ui, { type: 'set', path, value })
}

function goTo(rest: string, ui: Ui, { view, steps }: Scene): Outcome {
  const step = whole(rest)
  if (step === null || step > steps)
    return refuse(ui, `:goto takes a step from 0 to ${steps}, got ${rest || 'nothing'}`)
  const last = view.ending?.steps
  if (last !== undefined && step > last)
    return refuse(ui, `The run ended at step ${last}; :goto takes a step from 0 to ${last}.`)
  // Steps that are past need another beginning, and what was looked at is gone with this one.
  const back = step < (view.frame?.step ?? 0)
  const next = back ? { ...ui, selected: null } : ui
  const text = back
    ? `Step ${step} is past: begins again and runs to it; options are as in the plan.`
    : `Runs to step ${step}; space stops on the way.`
  return send(next, { type: 'goto', step }, text)
}

function restart(rest: string, ui: Ui): Outcome {
  if (rest === '') return begin(ui)
  const seed = whole(rest)
  if (seed === null)
    return refuse(ui, `:restart takes a seed, a whole number from 0 on, got ${rest}`)
  return begin(ui, seed)
}

/** Begins again; what was looked at belongs to the past. */
export function begin(ui: Ui, seed?: number): Outcome {
  return send(
    { ...ui, selected: null },
    { type: 'restart', ...(seed === undefined ? {} : { seed }) },
  )
}

function pace(rest: string, ui: Ui, { view }: Scene): Outcome {
  if (view.ending) return refuse(ui, overText)
  if (rest === 'max') return send(ui, { type: 'pace', stepsPerSecond: null })
  const stepsPerSecond = numberOf(rest)
  if (stepsPerSecond === null || stepsPerSecond < slowest || stepsPerSecond > fastest)
    return refuse(
      ui,
      `:pace takes ${slowest} to ${fastest} steps a second, or max, got ${rest || 'nothing'}`,
    )
  return send(ui, { type: 'pace', stepsPerSecond })
}

function round(rest: string, ui: Ui): Outcome {
  const steps = whole(rest)
  if (steps === null || steps < 1)
    return refuse(ui, `:round takes a number of steps from 1 on, got ${rest || 'nothing'}`)
  return say({ ...ui, round: steps }, `S now plays ${steps} steps.`)
}

function theme(rest: string, ui: Ui): Outcome {
  const found = themeNames.find((name): name is ThemeName => name === rest)
  if (!found)
    return refuse(ui, `:theme takes one of ${themeNames.join(', ')}, got ${rest || 'nothing'}`)
  return become(ui, { theme: found })
}

function save(rest: string, ui: Ui): Outcome {
  const name = rest.replace(/\.(txt|svg)$/, '')
  if (name !== '' && !nameOfFile.test(name))
    return refuse(ui, `:save takes a name of letters, digits, . _ and -, at most 64, got ${rest}`)
  return wish(ui, { type: 'save', name: name === '' ? null : name })
}

/** Names that lead nowhere else: no folder, no hidden file. */
const nameOfFile = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

function numberOf(text: string): number | null {
  const value = text.trim() === '' ? NaN : Number(text)
  return Number.isFinite(value) ? value : null
}

function whole(text: string): number | null {
  const value = /^\d+$/.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(value) ? value : null
}
