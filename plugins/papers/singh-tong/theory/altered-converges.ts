import type { GamesClaim } from '@ganglion/core'
import { alteredGame } from '../altered-game.ts'
import { numbersOf } from '../frames.ts'
import type { Pair } from '../game.ts'
import { chance, separatedPair, weightsOf } from './law.ts'

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
      const separated = (reach: number): Pair =>
        separatedPair(() => random.uniform(-reach, reach), 0.1)
      const [target, means] = [separated(1), separated(3)]
      const weights = weightsOf(random.uniform(0.01, 0.99))
      const metrics = ['mean-error']
      return alteredGame({ target, means, weights, metrics, steps: 6000, every: 6000 })
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
