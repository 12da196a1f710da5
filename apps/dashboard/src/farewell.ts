import type { View } from './feed.ts'
import { againWords, sinceWords } from './since-words.ts'

/** How a run stood when its screen was left, in a line: `collapsed since step 220; left at step 7116`. */
export function farewell(view: View): string {
  const { verdict, ending, frame } = view
  const found = ending?.outcome ?? verdict?.state ?? 'playing'
  const again = found === 'playing' ? againWords(view, 'step ') : ''
  const since = again ? `, ${again}` : sinceWords(view, found, 'step ')
  const end = ending ? `ended after ${ending.steps} steps` : `left at step ${frame?.step ?? 0}`
  return `${found}${since}; ${end}`
}
