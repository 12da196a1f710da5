/** Something that can be chosen. */
export interface Choice {
  readonly name: string
  readonly title: string
  /** Where it comes from. */
  readonly reference: string
}

/** What is on the screen of a picker. */
export interface PickerState {
  readonly choices: readonly Choice[]
  /** What was typed to narrow them. */
  readonly filter: string
  /** The one that Enter would choose, counted among those that the filter leaves. */
  readonly at: number
}

/** How a picker ends: with a choice, or without. */
export type Ended = { readonly chosen: Choice | null }

/** The choices whose name, title or reference contains every word of the filter. */
export function left({ choices, filter }: PickerState): readonly Choice[] {
  const words = filter.toLowerCase().split(/\s+/)
  return choices.filter(({ name, title, reference }) => {
    const text = `${name} ${title} ${reference}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

const moves: Readonly<Record<string, number>> = {
  '\u001b[A': -1,
  '\u001bOA': -1,
  '\u0010': -1,
  '\u001b[B': 1,
  '\u001bOB': 1,
  '\u000e': 1,
  '\u001b[5~': -10,
  '\u001b[6~': 10,
  '\u001b[H': -Infinity,
  '\u001b[F': Infinity,
}

/** Moves of letters: they belong to the filter as soon as there is one. */
const letters: Readonly<Record<string, number>> = { k: -1, j: 1, g: -Infinity, G: Infinity }

/** What a key makes of a picker. Letters filter, but for j, k, g, G and q before anything is typed; `/` begins a filter. */
export function press(state: PickerState, key: string): PickerState | Ended {
  const { filter, at } = state
  const shown = left(state)
  const move = moves[key] ?? (filter === '' ? letters[key] : undefined)
  if (move !== undefined)
    return { ...state, at: Math.max(0, Math.min(shown.length - 1, at + move)) }
  if (key === '\r' || key === '\n') return shown[at] ? { chosen: shown[at] } : state
  if (key === '\u0003' || key === '\u0004') return { chosen: null }
  if (key === '\u001b') return filter === '' ? { chosen: null } : filtered(state, '')
  if (key === 'q' && filter === '') return { chosen: null }
  if (key === '\u007f' || key === '\b') return filtered(state, filter.replace(/.$/u, '').trimEnd())
  if (key === '\u0015') return filtered(state, '')
  // A filter may begin with j, k or q behind a slash, which itself is in no name's beginning.
  if (key === '/' && filter === '') return filtered(state, ' ')
  return /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(key) ? filtered(state, filter + key) : state
}

const filtered = (state: PickerState, filter: string): PickerState => ({ ...state, filter, at: 0 })

/** The keys of a piece of terminal input, which may hold several. */
export function keysOf(input: string): string[] {
  // oxlint-disable-next-line no-control-regex -- sequences of a terminal begin with one
  return input.match(/\u001b\[[\d;]*[A-Za-z~]|\u001bO[A-Z]|[^]/gu) ?? []
}
