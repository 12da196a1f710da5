import type { Observation } from '@ganglion/core'

type History = readonly Observation[]

/** What has been read of a history so far; the next one mostly has the same frames and a few more. */
interface Column {
  history: History
  readonly values: number[]
}

/** By the first frame of a history: another run begins with another one, and forgotten runs are let go. */
const read = new WeakMap<Observation, Map<string, Column>>()

/** A number of every frame of a history, by a key that names how it is read. Reads only frames that it has not read before. */
export function column(
  history: History,
  key: string,
  number: (frame: Observation) => number,
): readonly number[] {
  const first = history[0]
  if (!first) return []
  const columns = read.get(first) ?? new Map<string, Column>()
  read.set(first, columns)
  const found = columns.get(key)
  const kept = found && continues(found.history, history) ? found : { history, values: [] }
  for (let k = kept.values.length; k < history.length; k++) kept.values.push(number(history[k]!))
  if (history.length >= kept.history.length) kept.history = history
  columns.set(key, kept)
  const { values } = kept
  return values.length === history.length ? values.slice() : values.slice(0, history.length)
}

/** Whether one history begins with the other: frames are objects, and a thinned history has others at every later place. */
function continues(before: History, after: History): boolean {
  const last = Math.min(before.length, after.length) - 1
  return before[last] === after[last]
}
