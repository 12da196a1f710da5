import { casesOf, findingOf, type ClaimCase, type TheoryClaim } from '@ganglion/core'
import { cos, sin } from '@ganglion/numerics'
import { chance, lengthOf, separated, slopeOf, told, type Pair } from './pair.ts'
import { baseOf } from './slope-bound.ts'

const delta = 0.1

/** Lemma 4.3: away from Opt the slope changes by at most half of itself over a short way. */
export const smoothness: TheoryClaim = {
  kind: 'theory',
  name: 'lemma 4.3: f is smooth away from Opt',
  sentence:
    "Let µ∗, µ̂, µ̂' be such that L(µ̂, µ̂') ∩ Opt(δ) = ∅, µ∗ ∈ Sep(γ), µ̂', µ̂ ∈ Sep(δ), and µ∗, µ̂, µ̂' ∈ B(C). If we have ‖µ̂' − µ̂‖ ≤ Ω(1) · (δe^(−C²)/C)^O(1), we get ‖∇fµ∗(µ̂') − ∇fµ∗(µ̂)‖ ≤ K/2 ≤ ‖∇fµ∗(µ̂)‖/2.",
  where: 'Lemma 4.3',
  reading: `side C from 1 to 3, gamma = delta = ${delta}, a way of (delta e^(-C^2) / C)^2; told: change of the slope over its length`,
  draws: { smoke: 5000, paper: 100_000 },
  seed: 8,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => shortWay(seed, index)),
      'change over length',
      'largest',
    ),
}

function shortWay(seed: number, index: number): ClaimCase {
  const random = chance(seed, 'smoothness', index)
  const side = random.uniform(1, 3)
  const base = baseOf(delta, side)
  const way = base * base
  const target = separated(random, side / 2, delta)
  let means: Pair
  // Opt is convex: a way between two points, each further from it than the way is long, does not meet it.
  do means = separated(random, side / 2 - way, delta + 2 * way)
  while (means.every((mean, k) => Math.abs(mean - target[k]!) < delta + way))
  const angle = random.uniform(0, 6.283185307179586)
  const moved: Pair = [means[0] + way * cos(angle), means[1] + way * sin(angle)]
  const [from, to] = [slopeOf(target, means), slopeOf(target, moved)]
  const value = lengthOf([to[0] - from[0], to[1] - from[1]]) / lengthOf(from)
  return value <= 0.5
    ? { value }
    : { value, fault: `from ${told(means)} to ${told(moved)}, target ${told(target)}` }
}
