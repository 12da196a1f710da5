/** Keys that are no letters. */
export type KeyName =
  | 'enter'
  | 'escape'
  | 'tab'
  | 'backtab'
  | 'erase'
  | 'up'
  | 'down'
  | 'page up'
  | 'page down'
  /** Ctrl-C. */
  | 'interrupt'
  /** Ctrl-U: the whole line. */
  | 'erase line'
  /** Ctrl-W: the last word. */
  | 'erase word'

/** One stroke of a key, or a text that was pasted. */
export type Stroke =
  | { readonly type: 'letter'; readonly text: string }
  | { readonly type: 'key'; readonly name: KeyName }
  | { readonly type: 'paste'; readonly text: string }

/** What Ink tells of the keys besides letters, as far as it is heard here. */
export interface InkKey {
  readonly ctrl: boolean
  readonly meta: boolean
  readonly shift: boolean
  readonly escape: boolean
  readonly return: boolean
  readonly tab: boolean
  readonly backspace: boolean
  readonly delete: boolean
  readonly upArrow: boolean
  readonly downArrow: boolean
  readonly pageUp: boolean
  readonly pageDown: boolean
}

const chords: Readonly<Record<string, KeyName>> = {
  c: 'interrupt',
  u: 'erase line',
  w: 'erase word',
  h: 'erase',
}

/** What is left of an escape sequence that Ink does not know, without its first character. */
const remains = /^(\[[0-?]*[ -/]*[@-~]|O[A-Za-z])$/

/** The strokes of one message of Ink: several letters may arrive as one; chords and sequences without a meaning are none. */
export function strokesOf(input: string, key: InkKey): Stroke[] {
  const name = nameOf(input, key)
  if (name) return [{ type: 'key', name }]
  // Escape and a letter that come together, over a slow line or by Alt, are told as one.
  if (key.meta && !key.ctrl && Array.from(input).length === 1)
    return [{ type: 'key', name: 'escape' }, ...letter(input)]
  if (key.ctrl || key.meta || (input.length > 1 && remains.test(input))) return []
  return Array.from(input).flatMap(letter)
}

function nameOf(input: string, key: InkKey): KeyName | null {
  if (key.escape) return 'escape'
  if (key.meta) return null
  if (key.ctrl) return chords[input] ?? null
  if (key.return) return 'enter'
  if (key.tab) return key.shift ? 'backtab' : 'tab'
  // Most terminals send DEL for the key that erases backwards.
  if (key.backspace || key.delete) return 'erase'
  if (key.upArrow) return 'up'
  if (key.downArrow) return 'down'
  if (key.pageUp) return 'page up'
  return key.pageDown ? 'page down' : null
}

function letter(text: string): Stroke[] {
  if (text === '\r' || text === '\n') return [{ type: 'key', name: 'enter' }]
  if (text === '\t') return [{ type: 'key', name: 'tab' }]
  return isControl(text) ? [] : [{ type: 'letter', text }]
}

const isControl = (text: string): boolean => text < ' ' || (text >= '\u007f' && text < '\u00a0')
