import type { Answer } from './feed.ts'
import type { ThemeName } from './theme.ts'

/** Panes by name, in the order of their digits: `1` is densities. */
export const paneNames = [
  'densities',
  'parameters',
  'distances',
  'gradients',
  'phase',
  'actors',
  'events',
  'eigenvalues',
] as const

/** One of the panes. */
export type PaneName = (typeof paneNames)[number]

/** What the person at the keys has chosen to see. Never changed: the next moment is another. */
export interface Ui {
  readonly help: boolean
  /** What has been typed to narrow the help. */
  readonly helpFilter: string
  /** The first of its keys that is shown, counted from 0. */
  readonly helpFrom: number
  /** The pane that has the focus. */
  readonly focus: PaneName
  /** Whether the focused pane fills the screen. */
  readonly zoomed: boolean
  /** Whether axes of positive quantities are logarithmic. */
  readonly logarithmic: boolean
  /** Events are shown whose line holds this text. */
  readonly filter: string
  /** The event that is looked at, counted from the first of all; null follows the newest. */
  readonly selected: number | null
  /** What is being typed after `:`, `/` or `?`; null while nobody types. */
  readonly typing: { readonly prompt: ':' | '/' | '?'; readonly text: string } | null
  /** An answer to the last key: what was done, or why not. */
  readonly notice: Answer | null
  readonly theme: ThemeName
  /** Steps of a round, played by `S`. */
  readonly round: number
  /** Command lines given so far, oldest first. */
  readonly spoken: readonly string[]
  /** The one of them that is shown again while typing, counted from the first; null is a new line. */
  readonly recalled: number | null
}

/** The choices that a dashboard opens with. */
export const firstUi: Ui = {
  help: false,
  helpFilter: '',
  helpFrom: 0,
  focus: 'densities',
  zoomed: false,
  logarithmic: false,
  filter: '',
  selected: null,
  typing: null,
  notice: null,
  theme: 'colour-blind-safe',
  round: 10,
  spoken: [],
  recalled: null,
}
