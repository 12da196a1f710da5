import type { Mixture } from './mixture.ts'
import { normalCdf } from './normal-cdf.ts'
import { Recall } from './recall.ts'
import { signedZeros } from './zeros.ts'

/**
 * The total variation distance of the two mixtures, half the integral of |target - generated|: the
 * difference of their masses where target is the denser one. It is exact but for rounding, lies in
 * [0, 1] and is 0 for equal mixtures. Throws the RangeErrors of differenceZeros.
 */
export function totalVariation(target: Mixture, generated: Mixture): number {
  const { key } = recall
  const places = 2 * target.means.length + 2 * generated.means.length + 4
  if (places > key.length) return computed(target, generated)
  write(generated, write(target, 0, key), key)
  key.fill(0, places)
  const known = recall.find()
  return known === known ? known : recall.keep(computed(target, generated))
}

// Of a thousand games at once most stand still long before they end: their distances are asked for again and again.
const recall = new Recall(16_384, 12)

/** Writes a mixture from a place on; the next free place. */
function write({ weights, means, deviation }: Mixture, from: number, key: Float64Array): number {
  let at = from
  key[at++] = means.length
  key[at++] = deviation
  for (let j = 0; j < means.length; j++) {
    key[at++] = means[j]!
    key[at++] = weights[j]!
  }
  return at
}

function computed(target: Mixture, generated: Mixture): number {
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
