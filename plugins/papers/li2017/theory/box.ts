import { casesOf, findingOf, type TheoryClaim } from '@ganglion/core'
import { chance, stepOf, told, type Pair } from './pair.ts'

const rate = 0.1

/** Lemma 4.5: means do not leave the box. */
export const box: TheoryClaim = {
  kind: 'theory',
  name: 'lemma 4.5: the box B(2C) is kept',
  sentence: "Suppose µ∗ ∈ B(C), and µ̂ ∈ B(2C). Then, if we let µ̂' = µ̂ − η∇fµ∗(µ̂), then µ̂' ∈ B(2C).",
  where: 'Lemma 4.5 (no diverging to infinity)',
  reading: `B(C) has side C, from 6 to 16; eta = ${rate}; half of the starts lie on an edge of B(2C)`,
  draws: { smoke: 5000, paper: 100_000 },
  seed: 5,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const random = chance(seed, 'box', index)
        const side = random.uniform(6, 16)
        const target: Pair = [
          random.uniform(-side / 2, side / 2),
          random.uniform(-side / 2, side / 2),
        ]
        const edge = random.uniform() < 0.5 ? -side : side
        const first = random.uniform() < 0.5 ? edge : random.uniform(-side, side)
        const means: Pair = [first, random.uniform(-side, side)]
        const [a, b] = stepOf(target, means, rate)
        const value = Math.max(Math.abs(a), Math.abs(b)) / side
        return value <= 1
          ? { value }
          : { value, fault: `${told(means)} comes to ${told([a, b])}, target ${told(target)}` }
      }),
      'mean after the step, in C',
      'largest',
    ),
}
