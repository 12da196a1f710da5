import type { Finding } from './claim.ts'

/** What becomes of a claim. `refuted as printed`: the source errs, and what is known to hold instead was confirmed. */
export type ClaimVerdict = 'holds' | 'refuted as printed' | 'refuted'

/** The verdict of a finding. */
export function claimVerdict({ holds, instead }: Finding): ClaimVerdict {
  if (holds) return 'holds'
  return instead?.holds === true ? 'refuted as printed' : 'refuted'
}

/** How many findings came to each verdict. */
export function countVerdicts(
  findings: readonly Finding[],
): Readonly<Record<ClaimVerdict, number>> {
  const counts = { holds: 0, 'refuted as printed': 0, refuted: 0 }
  for (const finding of findings) counts[claimVerdict(finding)]++
  return counts
}
