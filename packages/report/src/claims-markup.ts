import type { ClaimVerdict } from '@ganglion/core'
import { markup, type Markup } from './markup.ts'
import type { JudgedClaim } from './report.ts'

/** How many claims hold, in words. */
export function verdictSentence(claims: readonly JudgedClaim[]): string {
  const count = (wanted: ClaimVerdict | null): number =>
    claims.filter(({ verdict }) => verdict === wanted).length
  const [good, bad, open] = [count('holds'), count('refuted'), count(null)]
  const erring = count('refuted as printed')
  const printed =
    erring > 0
      ? `, ${erring} ${erring === 1 ? 'is' : 'are'} refuted as printed, with what holds instead`
      : ''
  const rest = open > 0 ? `, ${open} cannot be judged by these runs` : ''
  return `Of ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} ${good} ${good === 1 ? 'holds' : 'hold'}${printed}, ${bad} ${bad === 1 ? 'fails' : 'fail'}${rest}.`
}

/** The claims, each with the sentence of its source beside what was found. */
export function claimsMarkup(claims: readonly JudgedClaim[]): Markup | null {
  if (claims.length === 0) return null
  return markup`<h2>Claims</h2>
<table class="claims">
<thead><tr><th scope="col">verdict</th><th scope="col">claim</th><th scope="col">the source says</th><th scope="col">expected</th><th scope="col">found</th></tr></thead>
<tbody>
${claims.map((claim) => markup`<tr><td>${verdictMarkup(claim.verdict)}</td><td>${claim.name}</td><td><blockquote>${claim.sentence}</blockquote><span class="note">${claim.where}${claim.reading === undefined ? '' : `. Read as: ${claim.reading}`}</span></td><td data-label="expected: ">${claim.expected}</td><td data-label="found: ">${claim.found}${insteadMarkup(claim)}</td></tr>\n`)}</tbody>
</table>
`
}

function insteadMarkup({ instead }: JudgedClaim): Markup | null {
  if (!instead) return null
  return markup`<p class="note">What holds instead: ${instead.says}</p><p>${instead.found}</p>`
}

function verdictMarkup(verdict: ClaimVerdict | null): Markup {
  if (verdict === null) return markup`<span class="open">– not judged</span>`
  if (verdict === 'holds') return markup`<span class="holds">✓ holds</span>`
  if (verdict === 'refuted as printed')
    return markup`<span class="errs">✗ refuted as printed</span>`
  return markup`<span class="fails">✗ fails</span>`
}
