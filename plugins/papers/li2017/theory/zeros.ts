import { casesOf, findingOf, type ClaimCase, type TheoryClaim } from '@ganglion/core'
import { differenceZeros, gridSignChanges, type Mixture } from '@ganglion/numerics'
import { chance, lawOf, type Pair } from './pair.ts'

const grid = { margin: 4, points: 1500 }

const atMost3: TheoryClaim = {
  kind: 'theory',
  name: 'theorem A.2: F has at most 3 zeros',
  sentence: 'In particular, for any µ ≠ ν, the function F (x) = Dµ(x)−Dν(x) has at most 3 zeroes.',
  where: 'Theorem A.2',
  reading: 'means in [-5, 5]; zeros by certified isolation and by sign changes on a grid',
  draws: { smoke: 1000, paper: 20_000 },
  seed: 1,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const random = chance(seed, 'zeros', index)
        const pair = (): Pair => [random.uniform(-5, 5), random.uniform(-5, 5)]
        return counted(lawOf(pair()), lawOf(pair()), 3)
      }),
      'number of zeros',
      'largest',
    ),
}

const general: TheoryClaim = {
  kind: 'theory',
  name: 'theorem A.2: k Gaussians cross at most k - 1 times',
  sentence:
    'Any linear combination F (x) of the probability density functions of k Gaussians with the same variance has at most k − 1 zeros, provided at least two of the Gaussians have different means.',
  where: 'Theorem A.2',
  reading:
    'differences of two mixtures of 1 to 4 Gaussians of random weights; told: zeros less k - 1',
  draws: { smoke: 500, paper: 10_000 },
  seed: 2,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const random = chance(seed, 'combinations', index)
        const mixture = (): Mixture => {
          const count = 1 + Math.floor(random.uniform(0, 4))
          const raw = Array.from({ length: count }, () => random.uniform(0.01, 1))
          const total = raw.reduce((sum, w) => sum + w, 0)
          const means = raw.map(() => random.uniform(-5, 5))
          return { weights: raw.map((w) => w / total), means, deviation: 1 }
        }
        const [target, generated] = [mixture(), mixture()]
        const most = target.means.length + generated.means.length - 1
        const { value, ...rest } = counted(target, generated, most)
        return { value: value - most, ...rest }
      }),
      'number of zeros less k - 1',
      'largest',
    ),
}

function counted(target: Mixture, generated: Mixture, most: number): ClaimCase {
  const value = Math.max(
    differenceZeros(target, generated).length,
    gridSignChanges(target, generated, grid),
  )
  const means = (law: Mixture): string => Array.from(law.means).join(', ')
  return value <= most
    ? { value }
    : { value, fault: `${value} zeros for means ${means(target)} and ${means(generated)}` }
}

/** Theorem A.2. */
export const zerosClaims: readonly TheoryClaim[] = [atMost3, general]
