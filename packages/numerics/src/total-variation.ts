import type { Mixture } from './mixture.ts'
import { normalCdf } from './normal-cdf.ts'
import { signedZeros } from './zeros.ts'

/**
 * The total variation distance of the two mixtures, half the integral of |target - generated|: the
 * difference of their masses where target is the denser one. It is exact but for rounding, lies in
 * [0, 1] and is 0 for equal mixtures. Throws the RangeErrors of differenceZeros.
 */
export function totalVariation(target: Mixture, generated: Mixture): number {
  const { sign, zeros } = signedZeros(target, generated)
  let distance = 0
  let side = sign
  for (const x of zeros) {
    distance += side * (lowerMass(target, x) - lowerMass(generated, x))
    side = -side
  }
  return Math.min(1, Math.max(0, distance))
}

function lowerMass(mixture: Mixture, x: number): number {
  const { weights, means, deviation } = mixture
  let mass = 0
  for (let j = 0; j < means.length; j++) {
    mass += weights[j]! * normalCdf((x - means[j]!) / deviation)
  }
  return mass
}
