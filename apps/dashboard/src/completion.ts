import { commandNames } from './command-line.ts'
import type { View } from './feed.ts'
import { themeNames } from './theme.ts'

/** A line after Tab, and what else it could become; the same line and nothing when nothing fits. */
export interface Completion {
  readonly text: string
  readonly choices: readonly string[]
}

/** Completes the name of a command, an option, its value (the one it has), a theme. */
export function complete(text: string, { options }: Pick<View, 'options'>): Completion {
  const [, head = '', last = ''] = /^(.*?[\s=]|)([^\s=]*)$/.exec(text) ?? []
  const fits = candidates(head, options).filter((word) => word.startsWith(last))
  if (fits.length === 0) return { text, choices: [] }
  if (fits.length === 1) return { text: head + fits[0]! + after(head), choices: [] }
  return { text: head + common(fits), choices: fits }
}

function candidates(head: string, options: View['options']): readonly string[] {
  if (head === '') return commandNames
  if (/^set\s+$/.test(head)) return Object.keys(options)
  if (/^theme\s+$/.test(head)) return themeNames
  if (/^pace\s+$/.test(head)) return ['max']
  const path = /^set\s+([^\s=]+)[\s=]$/.exec(head)?.[1]
  return path !== undefined && Object.hasOwn(options, path) ? [String(options[path])] : []
}

/** What comes after a whole word. */
function after(head: string): string {
  if (head === '') return ' '
  return /^set\s+$/.test(head) ? '=' : ''
}

/** The longest beginning that all words share. */
function common(words: readonly string[]): string {
  let length = words[0]!.length
  for (const word of words) while (!word.startsWith(words[0]!.slice(0, length))) length--
  return words[0]!.slice(0, length)
}
