import type { View } from './feed.ts'

/** Why a run failed or why its feed broke off; null while nothing is amiss. */
export function failureOf({ ending, problem }: Pick<View, 'ending' | 'problem'>): string | null {
  return problem ?? ending?.error ?? null
}

/** The first line of that reason, which fits where a line is all there is. */
export function failureLine(view: Pick<View, 'ending' | 'problem'>): string | null {
  return failureOf(view)?.split('\n', 1)[0] ?? null
}
