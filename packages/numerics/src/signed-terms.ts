import type { Mixture } from './mixture.ts'

const EPSILON = 2.220446049250313e-16

/** The components of the difference of two mixtures in order of their means; lists may be longer. */
export interface Terms {
  count: number
  mean: Float64Array
  weight: Float64Array
  /** The sums of the absolute weights merged into the terms. */
  size: Float64Array
}

const roomFor = (count: number): Terms => ({
  count: 0,
  mean: new Float64Array(count),
  weight: new Float64Array(count),
  size: new Float64Array(count),
})

/** Written again and again: differences are asked for by the million. */
let kept = roomFor(16)

/** The terms of target - generated: sorted, equal means merged, cancelled terms dropped. They live until the next call. */
export function signedTerms(target: Mixture, generated: Mixture): Terms {
  const most = target.means.length + generated.means.length
  if (kept.mean.length < most) kept = roomFor(2 * most)
  const terms = kept
  terms.count = 0
  insertTerms(terms, target, 1)
  insertTerms(terms, generated, -1)
  let count = 0
  for (let j = 0; j < terms.count; j++) {
    if (Math.abs(terms.weight[j]!) > 4 * EPSILON * terms.size[j]!) move(terms, j, count++)
  }
  terms.count = count
  return terms
}

function insertTerms(terms: Terms, mixture: Mixture, sign: number): void {
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
    let j = terms.count
    while (j > 0 && terms.mean[j - 1]! > mean) j--
    if (j > 0 && terms.mean[j - 1] === mean) {
      terms.weight[j - 1]! += sign * size
      terms.size[j - 1]! += size
    } else {
      for (let k = terms.count++; k > j; k--) move(terms, k - 1, k)
      terms.mean[j] = mean
      terms.weight[j] = sign * size
      terms.size[j] = size
    }
  }
}

function move({ mean, weight, size }: Terms, from: number, to: number): void {
  mean[to] = mean[from]!
  weight[to] = weight[from]!
  size[to] = size[from]!
}
