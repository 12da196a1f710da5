import { exponentialSum, signChanges } from './exponential-sum.ts'
import { positiveBetween, type Interval } from './intervals.ts'
import { logRatio } from './log-ratio.ts'
import type { Mixture } from './mixture.ts'
import { signedTerms } from './signed-terms.ts'
import { commonDeviation, originOf, refine, type Crossings } from './zeros.ts'

/** So many deviations outside all means the search ends. */
const REACH = 10

/**
 * The zeros of the density of target minus that of generated that a search between the means finds, ascending: the means
 * of both mixtures, sorted, and the points 10 deviations outside of them cut the line; each piece at whose ends the signs
 * differ gives one zero. Not all zeros: pairs inside one piece are missed, and what lies further out. Complete are
 * differenceZeros. Equal mixtures have none. Throws the RangeErrors of differenceZeros.
 */
export function bracketedZeros(target: Mixture, generated: Mixture): number[] {
  return bracketed(target, generated).zeros
}

/**
 * The intervals on which, as far as bracketedZeros tell, the density of target exceeds that of generated, from left to
 * right. One that is positive at an end of the search is infinite there. Throws the RangeErrors of differenceZeros.
 */
export function bracketedIntervals(target: Mixture, generated: Mixture): Interval[] {
  return positiveBetween(bracketed(target, generated))
}

function bracketed(target: Mixture, generated: Mixture): Crossings {
  const deviation = commonDeviation(target, generated)
  const terms = signedTerms(target, generated)
  if (terms.count === 0) return { sign: 0, zeros: [] }
  const origin = originOf(terms, deviation)
  const sum = exponentialSum(terms, origin, deviation)
  if (signChanges(sum) === 0) return { sign: Math.sign(sum.weight[0]!), zeros: [] }
  const zeros: number[] = []
  let [sign, a, signA] = [0, 0, 0]
  for (const z of cuts(target, generated, origin, deviation)) {
    const signZ = Math.sign(logRatio(sum, z))
    // A cut that is a zero itself lies inside the piece that its neighbours make.
    if (signZ === 0) continue
    if (sign === 0) sign = signZ
    else if (signZ !== signA) zeros.push(origin + deviation * refine(sum, a, z, signA))
    ;[a, signA] = [z, signZ]
  }
  return { sign, zeros }
}

/** Where the search cuts the line, in deviations from the origin, ascending. */
function cuts(target: Mixture, generated: Mixture, origin: number, deviation: number): number[] {
  const means = [...Array.from(target.means), ...Array.from(generated.means)]
  const inner = means.map((mean) => (mean - origin) / deviation).sort((x, y) => x - y)
  return [inner[0]! - REACH, ...inner, inner[inner.length - 1]! + REACH]
}
