import { derivative, exponentialSum, signChanges, type ExponentialSum } from './exponential-sum.ts'
import { logRatio, slope } from './log-ratio.ts'
import type { Mixture } from './mixture.ts'
import { signedTerms, type Term } from './signed-terms.ts'
import { leftBound, rightBound } from './zero-bounds.ts'

const EPSILON = 2.220446049250313e-16
/** Means further apart, in deviations, would lose digits to an origin in their middle. */
const WIDE = 1e6
/** From this width of the search on, zeros can be steep. */
const SPREAD = 100
/** This many deviations from all means a density is zero in doubles. */
const REACH = 40

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
  const found = differenceOf(target, generated)
  if (found === null) return { sign: 0, zeros: [] }
  const { sum, origin, deviation } = found
  const last = sum.at.length - 1
  const crossings = crossingsOf(sum, sum.at[0]! - REACH, sum.at[last]! + REACH)
  const zeros: number[] = []
  for (const z of crossings.zeros) {
    const x = origin + deviation * z
    // Two zeros that round to the same number are a touch as far as doubles can tell.
    if (zeros.length > 0 && zeros[zeros.length - 1]! >= x) zeros.pop()
    else zeros.push(x)
  }
  return { sign: crossings.sign, zeros }
}

/** The difference of two densities, up to a positive factor: x = origin + deviation * z. */
export interface Difference {
  readonly sum: ExponentialSum
  readonly origin: number
  readonly deviation: number
}

/** The difference of two mixtures; null for equal ones. Throws the RangeErrors of differenceZeros. */
export function differenceOf(target: Mixture, generated: Mixture): Difference | null {
  const deviation = commonDeviation(target, generated)
  const terms = signedTerms(target, generated)
  if (terms.length === 0) return null
  const origin = originOf(terms, deviation)
  return { sum: exponentialSum(terms, origin, deviation), origin, deviation }
}

function commonDeviation(target: Mixture, generated: Mixture): number {
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
function originOf(terms: readonly Term[], deviation: number): number {
  const first = terms[0]!.mean
  const last = terms[terms.length - 1]!.mean
  if (last - first <= WIDE * deviation) return 0.5 * first + 0.5 * last
  let origin = first
  for (const { mean } of terms) if (Math.abs(mean) < Math.abs(origin)) origin = mean
  return origin
}

/** The zeros of the sum between low and high at which its sign changes, ascending. */
function crossingsOf(sum: ExponentialSum, low: number, high: number): Crossings {
  const n = sum.weight.length
  const changes = signChanges(sum.weight)
  const zeros: number[] = []
  if (changes === 0) return { sign: Math.sign(sum.weight[0]!), zeros }
  const left = leftBound(sum)
  const right = rightBound(sum)
  const inside = changes > 1 ? crossingsOf(derivative(sum), low, high).zeros : []
  if (changes > 1 && high - low > SPREAD) {
    // Steep zeros may lie nearer to their separators than doubles tell: means divide them too.
    inside.push(...sum.at)
    inside.sort((x, y) => x - y)
  }
  let sign = 0
  let a = low
  let signA = 0
  for (let i = -1; i <= inside.length; i++) {
    let z = i < 0 ? low : i < inside.length ? inside[i]! : high
    let signZ = 0
    if (z <= left) {
      z = Math.min(left, high)
      signZ = Math.sign(sum.weight[0]!)
    } else if (z >= right) {
      z = Math.max(right, low)
      signZ = Math.sign(sum.weight[n - 1]!)
    } else {
      signZ = Math.sign(logRatio(sum, z))
    }
    if (signZ === 0) continue
    if (sign === 0) sign = signZ
    else if (signZ !== signA) zeros.push(refine(sum, a, z, signA))
    a = z
    signA = signZ
  }
  return { sign, zeros }
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
    if (!(next >= a && next <= b && Math.abs(next - z) <= 0.5 * previous)) next = 0.5 * a + 0.5 * b
    previous = Math.abs(next - z)
    if (previous <= 0.5 * EPSILON * Math.max(1, Math.abs(next)) || next === z) return next
    z = next
  }
  return z
}
