import type { View } from './feed.ts'
import { whole } from './wording.ts'

/** A line at the foot of the screen. */
export interface FootLine {
  readonly text: string
  readonly alarm: boolean
}

const keys = ['space pause', 's one step', 'd only D', 'g only G', '+/- speed', 'q quit', '? less']

/** The keys: all of them when asked for, else the two that lead on, and why a run failed. */
export function footLines(help: boolean, { ending }: View, columns: number): FootLine[] {
  const calm = (text: string): FootLine => ({ text, alarm: false })
  if (help) return filled(keys, columns).map(calm)
  const error = ending?.error?.split('\n', 1)[0]
  return [
    ...(error ? [{ text: whole(error, columns), alarm: true }] : []),
    calm(ending ? 'q quit' : '? keys  q quit'),
  ]
}

/** Words in as few lines as they need, none of them cut. */
function filled(words: readonly string[], columns: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const joined = `${lines.at(-1)}  ${word}`
    if (lines.length > 0 && joined.length <= columns) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}
