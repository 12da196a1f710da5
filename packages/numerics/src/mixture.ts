import { normalCdf } from './normal-cdf.ts'
import { normalPdf } from './normal-pdf.ts'

/**
 * A mixture of normal distributions with one common standard deviation. The weights are not
 * negative and sum to 1; there are as many of them as means.
 */
export interface Mixture {
  readonly weights: ArrayLike<number>
  readonly means: ArrayLike<number>
  readonly deviation: number
}

/** The density of the mixture at x. */
export function mixtureDensity(mixture: Mixture, x: number): number {
  const { weights, means, deviation } = mixture
  let sum = 0
  for (let j = 0; j < means.length; j++) {
    sum += (weights[j] ?? NaN) * normalPdf((x - (means[j] ?? NaN)) / deviation)
  }
  return sum / deviation
}

/**
 * The probability of the interval from left to right; either end may be infinite. Each component
 * is measured from the nearer tail, so a small mass far from the means keeps its digits.
 * Exchanging the ends changes the sign.
 */
export function mixtureMass(mixture: Mixture, left: number, right: number): number {
  const { weights, means, deviation } = mixture
  let sum = 0
  for (let j = 0; j < means.length; j++) {
    const mean = means[j] ?? NaN
    sum += (weights[j] ?? NaN) * normalMass((left - mean) / deviation, (right - mean) / deviation)
  }
  return sum
}

function normalMass(a: number, b: number): number {
  if (a === b) return 0
  return a + b > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a)
}
