import type { Mixture } from './mixture.ts'

const EPSILON = 2.220446049250313e-16

/** One component of the difference of two mixtures. */
export interface Term {
  mean: number
  weight: number
  /** The sum of the absolute weights merged into this term. */
  size: number
}

/** The terms of target - generated: sorted, equal means merged, cancelled terms dropped. */
export function signedTerms(target: Mixture, generated: Mixture): Term[] {
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
