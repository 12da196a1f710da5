import type { View } from './feed.ts'

/** How a run stood when its screen was left, in a line: `collapsed since step 220; left at step 7116`. */
export function farewell({ verdict, ending, frame }: View): string {
  const found = ending?.outcome ?? verdict?.state ?? 'playing'
  const since = verdict?.state === found ? ` since step ${verdict.since}` : ''
  const end = ending ? `ended after ${ending.steps} steps` : `left at step ${frame?.step ?? 0}`
  return `${found}${since}; ${end}`
}
