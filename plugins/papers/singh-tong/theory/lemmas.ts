import { casesOf, findingOf, type TheoryClaim } from '@ganglion/core'
import { chance, orderedPair, pairOf, stepOf, told, weightsOf } from './law.ts'

const rate = 0.1
const extend =
  'Nevertheless, we believe that Lemmas concerning mode collapse and diverging behavior (Li et al. 4.5, 4.6) are easy to extend'

/** Means do not leave the box, with either kind of rates. */
const box = (rates: 'plain' | 'altered'): TheoryClaim => ({
  kind: 'theory',
  name: `the lemma on diverging extends to ${rates} rates: the box B(2C) is kept`,
  sentence: extend,
  where: 'appendix C',
  reading: `B(C) has side C, from 6 to 16; eta = ${rate}; alpha in (0, 1); half of the starts lie on an edge of B(2C)`,
  draws: { smoke: 2000, paper: 100_000 },
  seed: 5,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const random = chance(seed, 'box', index)
        const side = random.uniform(6, 16)
        const weights = weightsOf(random.uniform())
        const target = pairOf(() => random.uniform(-side / 2, side / 2))
        const edge = random.uniform() < 0.5 ? -side : side
        const first = random.uniform() < 0.5 ? edge : random.uniform(-side, side)
        const means = [first, random.uniform(-side, side)] as const
        const [a, b] = stepOf({ weights, target, means, rate }, rates)
        const value = Math.max(Math.abs(a), Math.abs(b)) / side
        return value <= 1
          ? { value }
          : { value, fault: `${told(means)} comes to ${told([a, b])}, target ${told(target)}` }
      }),
      'mean after the step, in C',
      'largest',
    ),
})

/** By how much the distance of the means may shrink in a step: the same for all starts this near. */
const nearest = 0.02

/** Means in order stay apart and in order, with altered rates. */
const apart: TheoryClaim = {
  kind: 'theory',
  name: 'the lemma on mode collapse extends to altered rates: means in order stay in order',
  sentence: extend,
  where: 'appendix C',
  reading: `eta = ${rate}; alpha from 0.01 to 0.99; means in [-3, 3], in order, at least ${nearest} apart; told: how far the second is behind the first after the step`,
  draws: { smoke: 2000, paper: 100_000 },
  seed: 6,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const random = chance(seed, 'apart', index)
        const weights = weightsOf(random.uniform(0.01, 0.99))
        const target = orderedPair(() => random.uniform(-3, 3))
        const low = random.uniform(-3, 3 - nearest)
        const means = [low, random.uniform(low + nearest, 3)] as const
        const [a, b] = stepOf({ weights, target, means, rate }, 'altered')
        return a < b
          ? { value: a - b }
          : {
              value: a - b,
              fault: `${told(means)} comes to ${told([a, b])}, target ${told(target)}`,
            }
      }),
      'first mean less the second after a step',
      'largest',
    ),
}

/** What appendix C believes of the lemmas of li2017. */
export const lemmaClaims: readonly TheoryClaim[] = [box('plain'), box('altered'), apart]
