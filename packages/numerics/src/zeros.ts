import { exp } from './exp.ts'
import { expm1 } from './expm1.ts'
import { log } from './log.ts'
import { log1p } from './log1p.ts'
import type { Mixture } from './mixture.ts'

/*
 * In units of the deviation, measured from an origin among the means, the difference of the two
 * densities is a positive function times the exponential sum
 *
 *   E(z) = sum_j w_j exp(d_j z - d_j^2 / 2),    d_0 < d_1 < ...,    w_j of either sign.
 *
 * Descartes' rule holds for E: it has at most as many zeros as its coefficients have changes of
 * sign. Dividing E by exp(d_m z) and differentiating multiplies each w_j by d_j - d_m, which drops
 * term m and turns the signs left of it; with m at the end of a run of equal signs, one change of
 * sign is gone. By Rolle's theorem the zeros of that shorter sum separate those of E; with one
 * change of sign left the zero is unique. So no zero can be missed. A run in the middle keeps the
 * separators clear of the zeros.
 */

/** An exponential sum, its terms in order of their means. */
interface Sum {
  /** The means as they were given: only their differences are free of the rounding of d_j. */
  readonly mean: number[]
  /** One over the deviation. */
  readonly inverse: number
  /** d_j: the means, in deviations from the origin. */
  readonly at: number[]
  /** w_j: none of them zero. */
  readonly weight: number[]
  /** d_{j+1} - d_j, from the means. */
  readonly gap: number[]
  /** Whether terms j and j + 1 are so close that they must be subtracted analytically. */
  readonly joined: boolean[]
  /** The weights up to w_j, summed from the first term that is joined to j. */
  readonly partial: number[]
  /** Whether any terms are joined. */
  readonly close: boolean
}

const EPSILON = 2.220446049250313e-16
/** Neighbours nearer than this many deviations are joined. */
const CLOSE = 1e-3
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
  const deviation = commonDeviation(target, generated)
  const terms = signedTerms(target, generated)
  if (terms.length === 0) return { sign: 0, zeros: [] }
  const origin = originOf(terms, deviation)
  const crossings = crossingsOf(
    toSum(terms, origin, deviation),
    (terms[0]!.mean - origin) / deviation - REACH,
    (terms[terms.length - 1]!.mean - origin) / deviation + REACH,
  )
  const zeros: number[] = []
  for (const z of crossings.zeros) {
    const x = origin + deviation * z
    // Two zeros that round to the same number are a touch as far as doubles can tell.
    if (zeros.length > 0 && zeros[zeros.length - 1]! >= x) zeros.pop()
    else zeros.push(x)
  }
  return { sign: crossings.sign, zeros }
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

interface Term {
  mean: number
  weight: number
  /** The sum of the absolute weights merged into this term. */
  size: number
}

/** The terms of target - generated: sorted, equal means merged, cancelled terms dropped. */
function signedTerms(target: Mixture, generated: Mixture): Term[] {
  const terms: Term[] = []
  insertTerms(terms, target, 1)
  insertTerms(terms, generated, -1)
  let kept = 0
  for (const term of terms) {
    if (Math.abs(term.weight) > 4 * EPSILON * term.size) terms[kept++] = term
  }
  terms.length = kept
  return terms
}

function insertTerms(terms: Term[], mixture: Mixture, sign: number): void {
  const { weights, means } = mixture
  for (let i = 0; i < means.length; i++) {
    const mean = means[i] ?? NaN
    const size = weights[i] ?? NaN
    if (!(Math.abs(mean) < Infinity && size >= 0 && size < Infinity)) {
      throw new RangeError(
        `Component ${i} of a mixture has mean ${mean} and weight ${size}; ` +
          'means must be finite, weights finite and not negative.',
      )
    }
    if (size === 0) continue
    let j = terms.length
    while (j > 0 && terms[j - 1]!.mean > mean) j--
    const same = j > 0 ? terms[j - 1]! : undefined
    if (same !== undefined && same.mean === mean) {
      same.weight += sign * size
      same.size += size
    } else {
      terms.splice(j, 0, { mean, weight: sign * size, size })
    }
  }
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

function toSum(terms: readonly Term[], origin: number, deviation: number): Sum {
  const mean: number[] = []
  const at: number[] = []
  const weight: number[] = []
  const gap: number[] = []
  const partial: number[] = []
  const joined: boolean[] = []
  const inverse = 1 / deviation
  let total = 0
  let size = 0
  let close = false
  for (let j = 0; j < terms.length; j++) {
    const term = terms[j]!
    mean.push(term.mean)
    at.push((term.mean - origin) * inverse)
    weight.push(term.weight)
    if (j > 0) {
      const distance = (term.mean - terms[j - 1]!.mean) * inverse
      const near = distance < CLOSE
      gap.push(distance)
      joined.push(near)
      close ||= near
      if (!near) total = size = 0
    }
    total += term.weight
    size += term.size
    // What is left of weights that cancel is their rounding: both mixtures have mass 1.
    if (Math.abs(total) <= 8 * EPSILON * size) total = 0
    partial.push(total)
  }
  return { mean, inverse, at, weight, gap, joined, partial, close }
}

/** The zeros of the sum between low and high at which its sign changes, ascending. */
function crossingsOf(sum: Sum, low: number, high: number): Crossings {
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

function signChanges(weight: readonly number[]): number {
  let changes = 0
  for (let j = 1; j < weight.length; j++) {
    if (weight[j]! > 0 !== weight[j - 1]! > 0) changes++
  }
  return changes
}

/** The derivative of sum / exp(d_m z), up to a positive factor, with one change of sign less. */
function derivative(sum: Sum): Sum {
  const n = sum.weight.length
  let m = 0
  for (let run = signChanges(sum.weight) >> 1; ; m++) {
    if (sum.weight[m + 1]! > 0 !== sum.weight[m]! > 0 && run-- === 0) break
  }
  let distance = 0
  for (let j = 0; j < m; j++) distance -= sum.gap[j]!
  let largest = 0
  const factors: number[] = []
  for (let j = 0; j < n; j++) {
    if (j === m) distance = 0
    factors.push(distance)
    largest = Math.max(largest, Math.abs(distance * sum.weight[j]!))
    if (j < n - 1) distance += sum.gap[j]!
  }
  const mean: number[] = []
  const at: number[] = []
  const weight: number[] = []
  const gap: number[] = []
  const partial: number[] = []
  const joined: boolean[] = []
  let close = false
  let moment = 0
  let pending = 0
  let near = true
  for (let j = 0; j < n; j++) {
    const w = (sum.weight[j]! * factors[j]!) / largest
    if (w !== 0) {
      if (at.length > 0) {
        gap.push(pending)
        joined.push(near)
        close ||= near
      }
      pending = 0
      near = true
      mean.push(sum.mean[j]!)
      at.push(sum.at[j]!)
      weight.push(w)
      // Summation by parts: clusters of weights that cancel leave no rounding behind.
      partial.push((sum.partial[j]! * factors[j]! - moment) / largest)
    }
    if (j < n - 1) {
      pending += sum.gap[j]!
      if (sum.joined[j]!) moment += sum.partial[j]! * sum.gap[j]!
      else {
        moment = 0
        near = false
      }
    }
  }
  return { mean, inverse: sum.inverse, at, weight, gap, joined, partial, close }
}

/** A point left of all zeros: there the first term outweighs all terms of the other sign. */
function leftBound(sum: Sum): number {
  const { at, weight, gap } = sum
  const n = weight.length
  const w = weight[0]!
  let bound = Infinity
  let distance = 0
  for (let j = 1; j < n; j++) {
    distance += gap[j - 1]!
    if (weight[j]! > 0 === w > 0) continue
    const reach = log(2 * n * Math.abs(weight[j]! / w)) / distance
    bound = Math.min(bound, 0.5 * (at[0]! + at[j]!) - reach)
  }
  return bound
}

/** A point right of all zeros: there the last term outweighs all terms of the other sign. */
function rightBound(sum: Sum): number {
  const { at, weight, gap } = sum
  const n = weight.length
  const w = weight[n - 1]!
  let bound = -Infinity
  let distance = 0
  for (let j = n - 2; j >= 0; j--) {
    distance += gap[j]!
    if (weight[j]! > 0 === w > 0) continue
    const reach = log(2 * n * Math.abs(weight[j]! / w)) / distance
    bound = Math.max(bound, 0.5 * (at[n - 1]! + at[j]!) + reach)
  }
  return bound
}

/** The derivative of logRatio at the point of its last call. */
let slope = 0

/**
 * log(P / N) at z, P the sum of the positive terms and N that of the negative ones. It has the sign
 * of the sum, is nearly linear in z, and does not overflow: each side is taken relative to its own
 * largest exponential.
 */
function logRatio(sum: Sum, z: number): number {
  const { mean, inverse, at, weight } = sum
  const n = weight.length
  let p = -1
  let q = -1
  for (let j = 0; j < n; j++) {
    if (weight[j]! > 0) {
      if (p < 0 || z > 0.5 * (at[j]! + at[p]!)) p = j
    } else if (q < 0 || z > 0.5 * (at[j]! + at[q]!)) q = j
  }
  const dp = at[p]!
  const dq = at[q]!
  const distance = (mean[p]! - mean[q]!) * inverse
  let positive = weight[p]!
  let negative = -weight[q]!
  let positiveMoment = 0
  let negativeMoment = 0
  for (let j = 0; j < n; j++) {
    if (j === p || j === q) continue
    const w = weight[j]!
    const r = w > 0 ? p : q
    const h = (mean[j]! - mean[r]!) * inverse
    const t = w * exp(h * (z - 0.5 * (at[j]! + at[r]!)))
    if (w > 0) {
      positive += t
      positiveMoment += t * h
    } else {
      negative -= t
      negativeMoment -= t * h
    }
  }
  slope = distance + positiveMoment / positive - negativeMoment / negative
  const value = distance * (z - 0.5 * (dp + dq)) + log(positive / negative)
  if (sum.close && Math.abs(value) < 0.5) {
    const byParts = difference(sum, z, q)
    if (byParts === byParts) return log1p(byParts / negative)
  }
  return value
}

/**
 * The sum at z over the exponential of term r, by parts: partial sums of the weights times
 * differences of neighbouring exponentials, which expm1 gives without cancellation. NaN if
 * joined terms are so different at z that there is nothing to gain.
 */
function difference(sum: Sum, z: number, r: number): number {
  const { mean, inverse, at, gap, joined, partial } = sum
  const n = at.length
  let e = exp((mean[0]! - mean[r]!) * inverse * (z - 0.5 * (at[0]! + at[r]!)))
  let value = 0
  for (let j = 0; j < n - 1; j++) {
    const h = (mean[j + 1]! - mean[r]!) * inverse
    const next = exp(h * (z - 0.5 * (at[j + 1]! + at[r]!)))
    if (joined[j]!) {
      const rise = gap[j]! * (z - 0.5 * (at[j]! + at[j + 1]!))
      if (Math.abs(rise) > 1) return NaN
      value += partial[j]! * (rise > 0 ? next * expm1(-rise) : -e * expm1(rise))
    } else {
      value += partial[j]! * e
    }
    e = next
  }
  return value + partial[n - 1]! * e
}

/** The zero between a and b, where signs differ: Newton's method inside a shrinking bracket. */
function refine(sum: Sum, a: number, b: number, signA: number): number {
  let z = 0.5 * a + 0.5 * b
  let previous = b - a
  for (let i = 0; i < 2000; i++) {
    const value = logRatio(sum, z)
    if (value === 0) return z
    if (value > 0 === signA > 0) a = z
    else b = z
    let next = z - value / slope
    // Also when next is NaN or the steps do not shrink.
    if (!(next >= a && next <= b && Math.abs(next - z) <= 0.5 * previous)) next = 0.5 * a + 0.5 * b
    previous = Math.abs(next - z)
    if (previous <= 0.5 * EPSILON * Math.max(1, Math.abs(next)) || next === z) return next
    z = next
  }
  return z
}
