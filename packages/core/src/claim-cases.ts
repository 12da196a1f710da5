import type { Finding } from './claim.ts'

/** What one case of a claim about theory showed: the number that the claim bounds, and what refutes it. */
export interface ClaimCase {
  readonly value: number
  readonly fault?: string
}

/** So many cases of a claim, by index. */
export function casesOf(draws: number, one: (index: number) => ClaimCase): ClaimCase[] {
  return Array.from({ length: draws }, (_, index) => one(index))
}

/** Sums up cases: how many there were, and the largest or smallest of their numbers under a name; the first fault refutes. */
export function findingOf(
  cases: readonly ClaimCase[],
  name: string,
  extreme: 'largest' | 'smallest',
  also: Finding['measured'] = {},
): Finding {
  const sign = extreme === 'largest' ? 1 : -1
  // Written out, since a comparison with NaN is false and would hide it.
  let worst = NaN
  for (const { value } of cases) if (!(sign * value <= sign * worst)) worst = value
  const fault = cases.find((one) => one.fault !== undefined)?.fault
  const measured = { cases: cases.length, [`${extreme} ${name}`]: worst, ...also }
  // Without a case nothing was shown.
  if (cases.length === 0) return { holds: false, measured, counterexample: 'no case was tried' }
  return fault === undefined
    ? { holds: true, measured }
    : { holds: false, measured, counterexample: fault }
}
