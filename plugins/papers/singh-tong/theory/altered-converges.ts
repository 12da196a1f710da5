import type { GamesClaim } from '@ganglion/core'
import { numbersOf } from '../frames.ts'
import { chance, orderedPair, weightsOf } from './law.ts'

const within = 0.1

/** Appendix C: what the authors believe to be the right theorem. */
export const alteredConverges: GamesClaim = {
  kind: 'games',
  name: 'altered rates: every start in order converges',
  sentence:
    'We now believe that the correct theorem to prove is for the adjusted η case, as it seems that this always converges (with some explainable caveats).',
  where: 'appendix C',
  reading: `targets in [-1, 1], starts in [-3, 3], both in order and at least 0.1 apart; alpha from 0.01 to 0.99; 6000 steps of 0.04; converged: each mean within ${within}`,
  draws: { smoke: 12, paper: 400 },
  seed: 7,
  games: (draws, seed) =>
    Array.from({ length: draws }, (_, index) => {
      const random = chance(seed, 'altered-converges', index)
      const separated = (reach: number): readonly [number, number] => {
        const pair = orderedPair(() => random.uniform(-reach, reach))
        return pair[1] - pair[0] < 0.1 ? separated(reach) : pair
      }
      const [target, means] = [separated(1), separated(3)]
      const weights = weightsOf(random.uniform(0.01, 0.99))
      return {
        target: { kind: 'mixture', means: target, weights, deviation: 1 },
        generator: { plugin: 'mixture', components: 2, means, weights, deviation: 1 },
        discriminator: { plugin: 'interval', intervals: 2, left: [-1, 0.5], right: [-0.5, 1] },
        dynamics: { plugin: 'best-response', generatorRate: 0.04 },
        objective: 'mean-difference',
        optimizer: 'sgd',
        geometry: 'mass',
        metrics: ['mean-error'],
        detectors: [],
        steps: 6000,
        every: 6000,
        seed: 1,
      }
    }),
  judge: (played) => {
    const errors = played.map(
      ({ frames }) => numbersOf(frames.at(-1)?.signals['mean-error'])[0] ?? NaN,
    )
    const bad = errors.findIndex((error) => !(error < within))
    const measured = { games: played.length, 'largest error': Math.max(...errors) }
    if (bad < 0) return { holds: played.length > 0, measured }
    const { target, generator } = played[bad]!.config
    const counterexample = `error ${errors[bad]} for ${JSON.stringify({ target, generator })}`
    return { holds: false, measured, counterexample }
  },
}
