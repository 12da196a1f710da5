import type { Term } from './signed-terms.ts'

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
export interface ExponentialSum {
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

/** The sum for the terms of a difference, which are sorted and not empty. */
export function exponentialSum(
  terms: readonly Term[],
  origin: number,
  deviation: number,
): ExponentialSum {
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

/** How often the weights, from left to right, change their sign: a bound of the number of zeros. */
export function signChanges(weight: readonly number[]): number {
  let changes = 0
  for (let j = 1; j < weight.length; j++) {
    if (weight[j]! > 0 !== weight[j - 1]! > 0) changes++
  }
  return changes
}

/** The derivative of sum / exp(d_m z), up to a positive factor, with one change of sign less. */
export function derivative(sum: ExponentialSum): ExponentialSum {
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
