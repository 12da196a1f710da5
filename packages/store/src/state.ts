import type { Inspection } from './inspect.ts'

/** How a run stands. `writing`: somebody computes it now; `tainted`: finished, but a chunk was once computed with other bits. */
export type RunState = 'finished' | 'tainted' | 'unfinished' | 'damaged' | 'writing'

/** How a run stands after a look at it. */
export function stateOf({ writer, damaged, strange, missing, taints }: Inspection): RunState {
  if (writer) return 'writing'
  if (damaged.length > 0 || strange.length > 0) return 'damaged'
  if (missing.length > 0) return 'unfinished'
  return taints.length > 0 ? 'tainted' : 'finished'
}

/** Numbers in words, runs of them joined: `3, 7-9`; what is too long is cut. */
export function numbersText(numbers: readonly number[], most = 8): string {
  const parts: string[] = []
  for (let k = 0; k < numbers.length; k++) {
    const from = numbers[k]!
    while (numbers[k + 1] === numbers[k]! + 1) k++
    parts.push(from === numbers[k] ? `${from}` : `${from}-${numbers[k]}`)
  }
  const more = parts.length > most ? ', ...' : ''
  return `${parts.slice(0, most).join(', ')}${more}`
}
