import {
  claimVerdict,
  nameOfRate,
  type Claim,
  type Comparison,
  type Finding,
  type RunClaim,
} from '@ganglion/core'
import type { JudgedClaim } from './report.ts'
import { written } from './written-number.ts'

/**
 * A claim with what judging it found, as a page shows it. Without a finding it is not judged, and `open` says why. `paper` is
 * the name of its source.
 */
export function judgedClaim(
  claim: Claim,
  finding: Finding | null,
  paper: string,
  open: string = 'not tried here',
): JudgedClaim {
  const { name, sentence, where, reading } = claim
  return {
    name,
    sentence,
    where: `${paper}, ${where}`,
    ...(reading === undefined ? {} : { reading }),
    holds: finding?.holds ?? null,
    verdict: finding ? claimVerdict(finding) : null,
    expected: expectedOf(claim),
    found: finding ? foundOf(finding) : open,
    ...(finding?.instead
      ? { instead: { says: finding.instead.says, found: foundOf(finding.instead) } }
      : {}),
  }
}

function foundOf({
  measured,
  counterexample,
}: Pick<Finding, 'measured' | 'counterexample'>): string {
  const numbers = Object.entries(measured).map(
    ([name, value]) => `${name}: ${typeof value === 'number' ? written(value) : value}`,
  )
  return [
    ...numbers,
    ...(counterexample === undefined ? [] : [`against it: ${counterexample}`]),
  ].join('; ')
}

function expectedOf(claim: Claim): string {
  switch (claim.kind) {
    case 'run':
      return expectedOfRun(claim)
    case 'sweep':
      return claim.holds.map(inWords).join('; ')
    case 'summary':
      return claim.expects
    case 'theory':
      return 'no counterexample among random cases'
    case 'systems':
      return 'prediction, eigenvalues and play agree on every random system that is decided'
    case 'games':
      return 'no counterexample among games from random starts'
  }
}

function expectedOfRun({ expects }: RunClaim): string {
  const { outcome, events = [], never = [], before = {}, final = [] } = expects
  return [
    ...(outcome === undefined ? [] : [`outcome: ${outcome}`]),
    ...(events.length > 0 ? [`events: ${events.join(', then ')}`] : []),
    ...(never.length > 0 ? [`never: ${never.join(', ')}`] : []),
    ...Object.entries(before).map(([event, step]) => `${event} before step ${step}`),
    ...final.map(
      ({ signal, cell, from, to }) =>
        `${signal}${cell === undefined ? '' : `[${cell}]`}: ${written(from)} to ${written(to)}`,
    ),
  ].join('; ')
}

function inWords({ rate, is, than }: Comparison): string {
  const other = typeof than === 'number' ? written(than) : nameOfRate(than)
  return `${nameOfRate(rate)} ${is.replace('-', ' ')} ${other}`
}
