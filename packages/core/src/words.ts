import { isChoice, type Options } from './option.ts'
import type { Words } from './state.ts'

/** The options that are words, settled: what is chosen if there is such a word, else the first. */
export function settledWords(
  declared: Options = {},
  chosen: Readonly<Record<string, unknown>> = {},
): Words {
  return Object.fromEntries(
    Object.entries(declared).flatMap(([name, option]) =>
      isChoice(option)
        ? [[name, option.choices.find((word) => word === chosen[name]) ?? option.choices[0]]]
        : [],
    ),
  )
}

/** Every way to choose one option's word, the others at their defaults; at least the defaults alone. No two are alike. */
export function wordings(declared: Options = {}): readonly Words[] {
  const choices = Object.entries(declared).flatMap(([name, option]) =>
    isChoice(option) ? [option.choices.map((word): Words => ({ [name]: word }))] : [],
  )
  const ways = choices.flatMap((words, k) => (k === 0 ? words : words.slice(1)))
  return ways.length > 0 ? ways : [{}]
}
