import { casesOf, findingOf, type Finding, type TheoryClaim } from '@ganglion/core'
import {
  bracketedZeros,
  differenceZeros,
  gridSignChanges,
  positiveIntervals,
  totalVariation,
} from '@ganglion/numerics'
import type { Mixture } from '@ganglion/numerics'
import { chance, lawOf, orderedPair, pairOf, payoffOf, told, weightsOf } from './law.ts'

const grid = { margin: 12, points: 3000 }

/** A target and a generated law of weights that need not be the same. */
function laws(seed: number, name: string, index: number): readonly [Mixture, Mixture] {
  const random = chance(seed, name, index)
  const law = (): Mixture =>
    lawOf(
      weightsOf(random.uniform()),
      pairOf(() => random.uniform(-5, 5)),
    )
  return [law(), law()]
}

const inWords = ([target, generated]: readonly [Mixture, Mixture]): string =>
  JSON.stringify({ target, generated })

/** Appendix D: few zeros, for any weights. */
export const fewZeros: TheoryClaim = {
  kind: 'theory',
  name: 'F has at most 3 zeros, for uneven weights too',
  sentence: 'With two gaussians (even with α ≠ 1/2), the loss function has at most 3 zeros.',
  where: 'appendix D, Implementation Discoveries',
  reading:
    'weights of both sides in (0, 1) and not the same, means in [-5, 5]; zeros by certified isolation and by sign changes on a grid',
  draws: { smoke: 1000, paper: 20_000 },
  seed: 2,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const both = laws(seed, 'zeros', index)
        const value = Math.max(differenceZeros(...both).length, gridSignChanges(...both, grid))
        return value <= 3 ? { value } : { value, fault: `${value} zeros for ${inWords(both)}` }
      }),
      'number of zeros',
      'largest',
    ),
}

/** Equation 3: no more than two intervals are needed, for any weights. */
export const twoIntervals: TheoryClaim = {
  kind: 'theory',
  name: 'two intervals attain the total variation, for uneven weights too',
  sentence:
    'where the maximum is taken over the union of two disjoint intervals I1, I2 ⊂ R. While this simplification is not explicitly described in [3] it trivially follows from their Theorem A.2.',
  where: 'equation 3',
  reading: 'weights of both sides in (0, 1) and not the same, means in [-5, 5]',
  draws: { smoke: 500, paper: 10_000 },
  seed: 3,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const both = laws(seed, 'two-intervals', index)
        const best = positiveIntervals(...both)
        const value = Math.abs(payoffOf(...both, best) - totalVariation(...both))
        const good = best.length <= 2 && value <= 1e-12
        return good ? { value } : { value, fault: `${best.length} intervals for ${inWords(both)}` }
      }),
      'difference to the total variation',
      'largest',
    ),
}

/** Appendix D: the search of the program. */
export const missedZeros: TheoryClaim = {
  kind: 'theory',
  name: 'a search between the means does not find all zeros',
  sentence:
    'but we cannot prove that this procedure finds all of the zeros of the function, and in fact does not in some cases.',
  where: 'appendix D, Implementation Discoveries',
  reading:
    'one zero for each change of sign between neighbouring means, and 10 beyond them (printed: 1); equal weights on both sides, means in [-5, 5], in order and in the wrong order',
  draws: { smoke: 1000, paper: 20_000 },
  seed: 4,
  check: (draws, seed): Finding => {
    const missed = { order: 0, 'the wrong order': 0 }
    let example = ''
    for (let index = 0; index < draws; index++) {
      const random = chance(seed, 'missed-zeros', index)
      const weights = weightsOf(random.uniform())
      const target = orderedPair(() => random.uniform(-5, 5))
      const means = orderedPair(() => random.uniform(-5, 5))
      const wrong = index % 2 === 1
      const generated = wrong ? ([means[1], means[0]] as const) : means
      const both = [lawOf(weights, target), lawOf(weights, generated)] as const
      if (bracketedZeros(...both).length === differenceZeros(...both).length) continue
      missed[wrong ? 'the wrong order' : 'order']++
      example ||= `weights ${told(weights)}, means ${told(target)} and ${told(generated)}`
    }
    const half = draws / 2
    const measured = {
      cases: draws,
      'share that misses zeros, in order': missed.order / half,
      'in the wrong order': missed['the wrong order'] / half,
      'first case': example,
    }
    return example === ''
      ? { holds: false, measured, counterexample: `none is missed in ${draws} cases` }
      : { holds: true, measured }
  },
}
