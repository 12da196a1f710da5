import { casesOf, findingOf, type TheoryClaim } from '@ganglion/core'
import { chance, separated, stepOf, told, type Pair } from './pair.ts'

/** eta = delta / slowness. */
const slowness = 10

/** Lemma 4.4: no mode collapse under the best discriminator. */
export const separation: TheoryClaim = {
  kind: 'theory',
  name: 'lemma 4.4: separation is kept',
  sentence:
    "Let η ≤ δ/C for some C sufficiently large. Suppose µ∗ ∈ Sep(γ). Then, if µ̂ ∈ Sep(δ), and µ̂' = µ̂ − η∇fµ∗(µ̂), we have µ̂' ∈ Sep(δ).",
  where: 'Lemma 4.4 (no mode collapse)',
  reading: `gamma from 0.1 to 2, delta = gamma / 100, eta = delta / ${slowness}; most starts are apart by delta to 1.1 delta`,
  draws: { smoke: 5000, paper: 100_000 },
  seed: 4,
  check: (draws, seed) =>
    findingOf(
      casesOf(draws, (index) => {
        const random = chance(seed, 'separation', index)
        const gamma = random.uniform(0.1, 2)
        const delta = gamma / 100
        const target = separated(random, 2, gamma)
        const low = random.uniform(-3, 3)
        // Just far enough apart, or anywhere: the lemma speaks of both.
        const far = random.uniform() < 0.75 ? random.uniform(1, 1.1) : random.uniform(1, 200)
        const means: Pair = [low, low + delta * far]
        const [a, b] = stepOf(target, means, delta / slowness)
        const value = Math.abs(b - a) / delta
        return value > 1
          ? { value }
          : { value, fault: `${told(means)} comes to ${told([a, b])}, target ${told(target)}` }
      }),
      'distance of the means after the step, in delta',
      'smallest',
    ),
}
