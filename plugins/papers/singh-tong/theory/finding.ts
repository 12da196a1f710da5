import type { Finding } from '@ganglion/core'

/** What one case showed: the number that the claim bounds, and what refutes it. */
export interface Case {
  readonly value: number
  readonly fault?: string
}

/** So many cases, summed up: how many there were, the largest of their numbers under a name, and the first that refutes. */
export function findingOf(draws: number, name: string, one: (index: number) => Case): Finding {
  const cases = Array.from({ length: draws }, (_, index) => one(index))
  // Written out, since a comparison with NaN is false and would hide it.
  let largest = NaN
  for (const { value } of cases) if (!(value <= largest)) largest = value
  const fault = cases.find((found) => found.fault !== undefined)?.fault
  const measured = { cases: draws, [`largest ${name}`]: largest }
  // Without a case nothing was shown.
  if (draws === 0) return { holds: false, measured, counterexample: 'no case was tried' }
  return fault === undefined
    ? { holds: true, measured }
    : { holds: false, measured, counterexample: fault }
}
