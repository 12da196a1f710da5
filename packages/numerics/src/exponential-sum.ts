import type { Terms } from './signed-terms.ts'

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

/** An exponential sum, its terms in order of their means; its lists may be longer than it has terms. */
export class ExponentialSum {
  /** How many terms it has. */
  size = 0
  /** One over the deviation. */
  inverse = 1
  /** Whether any terms are joined. */
  close = false
  /** The means as they were given: only their differences are free of the rounding of d_j. */
  readonly mean: Float64Array
  /** d_j: the means, in deviations from the origin. */
  readonly at: Float64Array
  /** w_j: none of them zero. */
  readonly weight: Float64Array
  /** d_{j+1} - d_j, from the means. */
  readonly gap: Float64Array
  /** Whether terms j and j + 1 are so close that they must be subtracted analytically. */
  readonly joined: Uint8Array
  /** The weights up to w_j, summed from the first term that is joined to j. */
  readonly partial: Float64Array
  /** Where it changes its sign, once that is known, and how many such points there are. */
  readonly zeros: number[] = []
  crossings = 0
  /** 0 for a difference, 1 for its derivative and so on. */
  readonly depth: number

  constructor(depth: number, room: number) {
    this.depth = depth
    const numbers = (): Float64Array => new Float64Array(room)
    this.mean = numbers()
    this.at = numbers()
    this.weight = numbers()
    this.gap = numbers()
    this.joined = new Uint8Array(room)
    this.partial = numbers()
  }
}

/** Sums are asked for by the million and forgotten at once, so one of each depth is written again and again. */
const kept: ExponentialSum[] = []

/** The sum of a depth, to be written. */
function sumOf(depth: number, terms: number): ExponentialSum {
  const found = kept[depth]
  const sum = found && found.at.length >= terms ? found : new ExponentialSum(depth, terms + 8)
  kept[depth] = sum
  return sum
}

const EPSILON = 2.220446049250313e-16
/** Neighbours nearer than this many deviations are joined. */
const CLOSE = 1e-3

/** The sum for the terms of a difference, which are sorted and not empty. It lives until the next one is asked for. */
export function exponentialSum(terms: Terms, origin: number, deviation: number): ExponentialSum {
  const n = terms.count
  const sum = sumOf(0, n)
  const { mean, at, weight, gap, joined, partial } = sum
  const inverse = 1 / deviation
  let total = 0
  let size = 0
  let close = false
  for (let j = 0; j < n; j++) {
    const m = terms.mean[j]!
    const w = terms.weight[j]!
    mean[j] = m
    at[j] = (m - origin) * inverse
    weight[j] = w
    if (j > 0) {
      const distance = (m - terms.mean[j - 1]!) * inverse
      const near = distance < CLOSE
      gap[j - 1] = distance
      joined[j - 1] = near ? 1 : 0
      close ||= near
      if (!near) total = size = 0
    }
    total += w
    size += terms.size[j]!
    // What is left of weights that cancel is their rounding: both mixtures have mass 1.
    if (Math.abs(total) <= 8 * EPSILON * size) total = 0
    partial[j] = total
  }
  sum.size = n
  sum.inverse = inverse
  sum.close = close
  return sum
}

/** How often the weights, from left to right, change their sign: a bound of the number of zeros. */
export function signChanges({ weight, size }: ExponentialSum): number {
  let changes = 0
  for (let j = 1; j < size; j++) {
    if (weight[j]! > 0 !== weight[j - 1]! > 0) changes++
  }
  return changes
}

/** The derivative of sum / exp(d_m z), up to a positive factor, with one change of sign less. */
export function derivative(sum: ExponentialSum): ExponentialSum {
  const n = sum.size
  const m = endOfRun(sum)
  let left = 0
  for (let j = 0; j < m; j++) left -= sum.gap[j]!
  const largest = largestTerm(sum, m, left)
  const derived = sumOf(sum.depth + 1, n)
  const { mean, at, weight, gap, joined, partial } = derived
  let kept = 0
  let close = false
  let moment = 0
  let pending = 0
  let near = true
  let distance = left
  for (let j = 0; j < n; j++) {
    if (j === m) distance = 0
    const w = (sum.weight[j]! * distance) / largest
    if (w !== 0) {
      if (kept > 0) {
        gap[kept - 1] = pending
        joined[kept - 1] = near ? 1 : 0
        close ||= near
      }
      pending = 0
      near = true
      mean[kept] = sum.mean[j]!
      at[kept] = sum.at[j]!
      weight[kept] = w
      // Summation by parts: clusters of weights that cancel leave no rounding behind.
      partial[kept++] = (sum.partial[j]! * distance - moment) / largest
    }
    if (j < n - 1) {
      distance += sum.gap[j]!
      pending += sum.gap[j]!
      if (sum.joined[j]! === 1) moment += sum.partial[j]! * sum.gap[j]!
      else {
        moment = 0
        near = false
      }
    }
  }
  derived.size = kept
  derived.inverse = sum.inverse
  derived.close = close
  return derived
}

/** The last term of the run of equal signs in the middle. */
function endOfRun(sum: ExponentialSum): number {
  const { weight } = sum
  let run = signChanges(sum) >> 1
  for (let m = 0; ; m++) {
    if (weight[m + 1]! > 0 !== weight[m]! > 0 && run-- === 0) return m
  }
}

/** The largest |w_j (d_j - d_m)|, given d_0 - d_m. */
function largestTerm({ weight, gap, size }: ExponentialSum, m: number, left: number): number {
  let largest = 0
  let distance = left
  for (let j = 0; j < size; j++) {
    if (j === m) distance = 0
    largest = Math.max(largest, Math.abs(distance * weight[j]!))
    if (j < size - 1) distance += gap[j]!
  }
  return largest
}
