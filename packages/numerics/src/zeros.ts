import { derivative, exponentialSum, signChanges, type ExponentialSum } from './exponential-sum.ts'
import { logRatio, slope } from './log-ratio.ts'
import type { Mixture } from './mixture.ts'
import { signedTerms, type Terms } from './signed-terms.ts'
import { leftBound, rightBound } from './zero-bounds.ts'

const EPSILON = 2.220446049250313e-16
/** Means further apart, in deviations, would lose digits to an origin in their middle. */
const WIDE = 1e6
/** From this width of the search on, zeros can be steep. */
const SPREAD = 100
/** This many deviations from all means a density is zero in doubles. */
const REACH = 40
/** Steps of Newton's method shrink as squares once they are below this, in deviations. */
const NEAR = 0.1

/**
 * Where the density of target minus the density of generated changes its sign, ascending: every
 * such point, hence at most one less than there are distinct means. A point where the difference
 * touches zero without changing sign is none. Equal mixtures have none. Points more than 40
 * deviations outside all means, where both densities are zero in doubles, are left out.
 * Throws a RangeError for different deviations (the number of zeros then has another bound) and
 * for means, weights or deviations that are not finite.
 */
export function differenceZeros(target: Mixture, generated: Mixture): number[] {
  return signedZeros(target, generated).zeros
}

/** The points where a function changes its sign, and its sign left of the first. */
export interface Crossings {
  readonly sign: number
  readonly zeros: number[]
}

/** differenceZeros, and the sign of the difference left of the first; 0 for equal mixtures. */
export function signedZeros(target: Mixture, generated: Mixture): Crossings {
  const deviation = commonDeviation(target, generated)
  const terms = signedTerms(target, generated)
  if (terms.count === 0) return { sign: 0, zeros: [] }
  const origin = originOf(terms, deviation)
  const low = (terms.mean[0]! - origin) / deviation - REACH
  const high = (terms.mean[terms.count - 1]! - origin) / deviation + REACH
  const sum = exponentialSum(terms, origin, deviation)
  const sign = findCrossings(sum, low, high)
  const zeros: number[] = []
  for (let i = 0; i < sum.crossings; i++) {
    const x = origin + deviation * sum.zeros[i]!
    // Two zeros that round to the same number are a touch as far as doubles can tell.
    if (zeros.length > 0 && zeros[zeros.length - 1]! >= x) zeros.pop()
    else zeros.push(x)
  }
  return { sign, zeros }
}

/** The deviation of both. Throws a RangeError where they differ, or where it is not positive and finite. */
export function commonDeviation(target: Mixture, generated: Mixture): number {
  const s = target.deviation
  if (s !== generated.deviation) {
    throw new RangeError(
      `The mixtures have different deviations, ${s} and ${generated.deviation}. ` +
        'Their zeros are only known to be complete for a common one: give both the same deviation.',
    )
  }
  if (!(s > 0 && s < Infinity)) {
    throw new RangeError(`The deviation is ${s}; it must be positive and finite.`)
  }
  return s
}

/** The middle of the means or, if they are far apart, the mean where doubles are densest. */
export function originOf({ mean, count }: Terms, deviation: number): number {
  const first = mean[0]!
  const last = mean[count - 1]!
  if (last - first <= WIDE * deviation) return 0.5 * first + 0.5 * last
  let origin = first
  for (let j = 0; j < count; j++) if (Math.abs(mean[j]!) < Math.abs(origin)) origin = mean[j]!
  return origin
}

/** Writes into the sum where it changes its sign between low and high, ascending; its sign left of the first. */
function findCrossings(sum: ExponentialSum, low: number, high: number): number {
  const { weight, size: n, zeros } = sum
  const changes = signChanges(sum)
  sum.crossings = 0
  if (changes === 0) return Math.sign(weight[0]!)
  const left = leftBound(sum)
  const right = rightBound(sum)
  const inside = changes > 1 ? separated(sum, low, high) : null
  const pieces = inside ? inside.crossings : 0
  let found = 0
  let sign = 0
  let a = low
  let signA = 0
  for (let i = -1; i <= pieces; i++) {
    let z = i < 0 ? low : i < pieces ? inside!.zeros[i]! : high
    let signZ = 0
    if (z <= left) {
      z = Math.min(left, high)
      signZ = Math.sign(weight[0]!)
    } else if (z >= right) {
      z = Math.max(right, low)
      signZ = Math.sign(weight[n - 1]!)
    } else {
      signZ = Math.sign(logRatio(sum, z))
    }
    if (signZ === 0) continue
    if (sign === 0) sign = signZ
    else if (signZ !== signA) zeros[found++] = refine(sum, a, z, signA)
    a = z
    signA = signZ
  }
  sum.crossings = found
  return sign
}

/** The derivative with its zeros: they cut the line into pieces with one zero of the sum at most. */
function separated(sum: ExponentialSum, low: number, high: number): ExponentialSum {
  const derived = derivative(sum)
  findCrossings(derived, low, high)
  if (high - low > SPREAD) {
    // Steep zeros may lie nearer to their separators than doubles tell: means divide them too.
    const zeros = derived.zeros.slice(0, derived.crossings)
    const cuts = [...zeros, ...sum.at.subarray(0, sum.size)].sort((x, y) => x - y)
    for (let i = 0; i < cuts.length; i++) derived.zeros[i] = cuts[i]!
    derived.crossings = cuts.length
  }
  return derived
}

/** The zero between a and b, where signs differ: Newton's method inside a shrinking bracket. */
export function refine(sum: ExponentialSum, a: number, b: number, signA: number): number {
  let z = 0.5 * a + 0.5 * b
  let previous = b - a
  for (let i = 0; i < 2000; i++) {
    const value = logRatio(sum, z)
    if (value === 0) return z
    if (value > 0 === signA > 0) a = z
    else b = z
    let next = z - value / slope[0]!
    // Also when next is NaN or the steps do not shrink.
    const newton = next >= a && next <= b && Math.abs(next - z) <= 0.5 * previous
    if (!newton) next = 0.5 * a + 0.5 * b
    const step = Math.abs(next - z)
    const least = 0.5 * EPSILON * Math.max(1, Math.abs(next))
    if (step <= least || next === z) return next
    // Near the zero a step is as a square of the one before: the one after this would be step^3 / previous^2.
    if (newton && previous < NEAR && step * step * step <= 0.125 * least * previous * previous)
      return next
    previous = step
    z = next
  }
  return z
}
