import type { Command, Option } from 'commander'

/** Where on a half-written line of the command the last word stands. */
export interface Position {
  /** The command that the words before it name. */
  readonly command: Command
  /** The operands of that command so far. */
  readonly operands: readonly string[]
  /** The values of flags so far, by name without dashes. */
  readonly given: Readonly<Record<string, readonly string[]>>
  /** The flag whose value the word is. */
  readonly option: Option | null
  /** What of the word stands before that value: `--set=`, or nothing. */
  readonly before: string
  /** What is typed already of the word, or of the value. */
  readonly typed: string
}

/** Reads a half-written line; the last word is the one that is being typed. Unknown flags are passed over. */
export function positionOf(program: Command, words: readonly string[]): Position {
  let command = program
  const operands: string[] = []
  const given: Record<string, string[]> = {}
  let option: Option | null = null
  for (const word of words.slice(0, -1)) {
    const below: Command | undefined = command.commands.find((c) => c.name() === word)
    if (option) {
      ;(given[nameOf(option)] ??= []).push(word)
      option = null
    } else if (word.startsWith('-')) {
      const { flag, value, known } = taken(command, word)
      if (known && value !== undefined) (given[flag] ??= []).push(value)
      else option = known
    } else if (below && operands.length === 0) command = below
    else operands.push(word)
  }
  const typed = words.at(-1) ?? ''
  const { known, value } = taken(command, typed)
  if (option || !known || value === undefined)
    return { command, operands, given, option, before: '', typed }
  const before = typed.slice(0, typed.length - value.length)
  return { command, operands, given, option: known, before, typed: value }
}

const nameOf = (option: Option): string => (option.long ?? option.short ?? '').replace(/^-+/, '')

/** A flag that takes a value, and the value where it is written behind `=`. */
function taken(command: Command, word: string) {
  const [, flag = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? []
  const known = command.options.find((o) => [o.long, o.short].includes(flag))
  return {
    flag: flag.replace(/^-+/, ''),
    value: value as string | undefined,
    known: known?.required || known?.optional ? known : null,
  }
}
