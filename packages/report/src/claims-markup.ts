import { markup, type Markup } from './markup.ts'
import type { JudgedClaim } from './report.ts'

/** How many claims hold, in words. */
export function verdictSentence(claims: readonly JudgedClaim[]): string {
  const count = (wanted: boolean | null): number =>
    claims.filter(({ holds }) => holds === wanted).length
  const [good, bad, open] = [count(true), count(false), count(null)]
  const rest = open > 0 ? `, ${open} cannot be judged by these runs` : ''
  return `Of ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} ${good} ${good === 1 ? 'holds' : 'hold'}, ${bad} ${bad === 1 ? 'fails' : 'fail'}${rest}.`
}

/** The claims, each with the sentence of its source beside what was found. */
export function claimsMarkup(claims: readonly JudgedClaim[]): Markup | null {
  if (claims.length === 0) return null
  return markup`<h2>Claims</h2>
<table class="claims">
<thead><tr><th scope="col">verdict</th><th scope="col">claim</th><th scope="col">the source says</th><th scope="col">expected</th><th scope="col">found</th></tr></thead>
<tbody>
${claims.map((claim) => markup`<tr><td>${verdict(claim.holds)}</td><td>${claim.name}</td><td><blockquote>${claim.sentence}</blockquote><span class="note">${claim.where}${claim.reading === undefined ? '' : `. Read as: ${claim.reading}`}</span></td><td data-label="expected: ">${claim.expected}</td><td data-label="found: ">${claim.found}</td></tr>\n`)}</tbody>
</table>
`
}

function verdict(holds: boolean | null): Markup {
  if (holds === null) return markup`<span class="open">– not judged</span>`
  return holds
    ? markup`<span class="holds">✓ holds</span>`
    : markup`<span class="fails">✗ fails</span>`
}
