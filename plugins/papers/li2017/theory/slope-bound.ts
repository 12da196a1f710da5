import { casesOf, findingOf, type TheoryClaim } from '@ganglion/core'
import { exp } from '@ganglion/numerics'
import { chance, lengthOf, separated, slopeOf, told } from './pair.ts'

const delta = 0.1
/** What stands for Omega(1): near C = 1, means that are close and halfway between the true ones have 0.23 of the base. */
const share = 0.1

/** delta e^(-C^2) / C, the base of every constant in section 4. */
export const baseOf = (apart: number, side: number): number => (apart * exp(-side * side)) / side

/** Lemma 4.2: the slope of f is bounded below off Rect(0). */
export const slopeBound: TheoryClaim = {
  kind: 'theory',
  name: 'lemma 4.2: the slope is bounded below',
  sentence:
    'Suppose µ̂ ∉ Rect(0), and suppose µ∗, µ̂ ∈ B(C) and µ∗ ∈ Sep(γ), µ̂ ∈ Sep(δ). Then, there is some K = K(δ, C) = Ω(1) · (δe^(−C²)/C)^O(1) so that ‖∇fµ∗(µ̂)‖ ≥ K.',
  where: 'Lemma 4.2',
  reading: `side C from 1 to 3, gamma = delta = ${delta}, K = ${share} delta e^(-C^2) / C`,
  draws: { smoke: 5000, paper: 100_000 },
  seed: 7,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const random = chance(seed, 'slope-bound', index)
        const side = random.uniform(1, 3)
        const target = separated(random, side / 2, delta)
        const means = separated(random, side / 2, delta)
        const value = lengthOf(slopeOf(target, means)) / (share * baseOf(delta, side))
        return value >= 1
          ? { value }
          : { value, fault: `${told(means)}, target ${told(target)}, C = ${side}` }
      }),
      'length of the slope, in K',
      'smallest',
    ),
}
