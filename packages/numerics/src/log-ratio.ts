import { exp } from './exp.ts'
import { expm1 } from './expm1.ts'
import type { ExponentialSum } from './exponential-sum.ts'
import { log } from './log.ts'
import { log1p } from './log1p.ts'

/** One number, the derivative of logRatio at the point of its last call; in an array, where it needs no box. */
export const slope = new Float64Array(1)

/**
 * log(P / N) at z, P the sum of the positive terms and N that of the negative ones. It has the sign
 * of the sum, is nearly linear in z, and does not overflow: each side is taken relative to its own
 * largest exponential.
 */
export function logRatio(sum: ExponentialSum, z: number): number {
  const { mean, inverse, at, weight, size: n } = sum
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
  slope[0] = distance + positiveMoment / positive - negativeMoment / negative
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
function difference(sum: ExponentialSum, z: number, r: number): number {
  const { mean, inverse, at, gap, joined, partial, size: n } = sum
  let e = exp((mean[0]! - mean[r]!) * inverse * (z - 0.5 * (at[0]! + at[r]!)))
  let value = 0
  for (let j = 0; j < n - 1; j++) {
    const h = (mean[j + 1]! - mean[r]!) * inverse
    const next = exp(h * (z - 0.5 * (at[j + 1]! + at[r]!)))
    if (joined[j]! === 1) {
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
