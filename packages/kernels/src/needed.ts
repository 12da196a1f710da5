import type { Assembled } from './assemble.ts'
import { argumentsOf, type Value } from './value.ts'

/** The values that outputs take, in the order in which they were written. */
export function needed(values: readonly Value[], outputs: Assembled['outputs']): readonly Value[] {
  const wanted = new Set<Value>(outputs.map((o) => o.value))
  for (const value of values.toReversed())
    if (wanted.has(value)) for (const arg of argumentsOf(value)) wanted.add(arg)
  return values.filter((value) => wanted.has(value))
}
