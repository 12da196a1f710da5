import { casesOf, findingOf, type GamesClaim } from '@ganglion/core'
import { anyIntervals, common, generatorOf, numbersOf, targetOf } from './game.ts'
import { chance, separated } from './pair.ts'

const delta = 0.1
const reach = 1
const rate = 0.1
const steps = 2000

/** Theorem 3.1: the best discriminator leads to the target. */
export const theorem31: GamesClaim = {
  kind: 'games',
  name: 'theorem 3.1: the optimal discriminator converges from every separated start',
  sentence:
    'Let µ∗ ∈ R² so that |µ∗i| ≤ C, and |µ∗1−µ∗2| ≥ δ. Then, for all initial points µ̂(0) so that |µ̂(0)i| ≤ C for all i and so that |µ̂(0)1 − µ̂(0)2| ≥ δ, if we let η = poly(1/δ, e^−C²) and T = poly(1/δ, e^−C²), then if µ̂(T) is specified by the optimal discriminator dynamics, we have dTV ≤ δ.',
  where: 'Theorem 3.1',
  reading: `delta = ${delta}, C = ${reach}, eta = ${rate}, T = ${steps}; told: TV at T`,
  draws: { smoke: 20, paper: 400 },
  seed: 9,
  games: (draws, seed) =>
    Array.from({ length: draws }, (_, index) => {
      const random = chance(seed, 'theorem-3.1', index)
      return {
        ...common,
        target: targetOf(separated(random, reach, delta)),
        generator: generatorOf(separated(random, reach, delta)),
        discriminator: anyIntervals,
        dynamics: { plugin: 'best-response', generatorRate: rate },
        metrics: ['total-variation'],
        steps,
        every: steps,
      }
    }),
  judge: (played) =>
    findingOf(
      casesOf(played.length, (index) => {
        const { config, frames } = played[index]!
        const [value = NaN] = numbersOf(frames.at(-1)?.signals['total-variation'])
        if (value <= delta) return { value }
        const { target, generator } = config
        return { value, fault: `TV ${value} for ${JSON.stringify({ target, generator })}` }
      }),
      'TV at T',
      'largest',
    ),
}
