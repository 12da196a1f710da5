import {
  casesOf,
  findingOf,
  type ClaimCase,
  type GamesClaim,
  type PlayedGame,
} from '@ganglion/core'
import { anyIntervals, common, generatorOf, numbersOf, targetOf } from './game.ts'
import { chance } from './pair.ts'

const reach = 2
// From the furthest start 240 steps lead to the target.
const rate = 0.1
const steps = 600
/** No step is longer: the density is at most 0.4. */
const longest = 0.4 * rate

/** Appendix C: one Gaussian against the best discriminator. */
export const singleGaussian: GamesClaim = {
  kind: 'games',
  name: 'appendix C: a single Gaussian converges, never moving away',
  sentence:
    'Therefore, unless the generator mean is within one step length of the true mean, it cannot move away from the true mean.',
  where: 'Appendix C',
  reading: `means in [-${reach}, ${reach}], eta = ${rate}, ${steps} steps; a step is at most 0.4 eta long; told: distance at the end`,
  draws: { smoke: 20, paper: 200 },
  seed: 10,
  games: (draws, seed) =>
    Array.from({ length: draws }, (_, index) => {
      const random = chance(seed, 'single-gaussian', index)
      return {
        ...common,
        target: targetOf([random.uniform(-reach, reach)]),
        generator: generatorOf([random.uniform(-reach, reach)]),
        discriminator: anyIntervals,
        dynamics: { plugin: 'best-response', generatorRate: rate },
        metrics: [],
        steps,
      }
    }),
  judge: (played) =>
    findingOf(
      casesOf(played.length, (index) => approach(played[index]!)),
      'distance at the end',
      'largest',
    ),
}

/** Monotone until within a step, and within a step from then on. */
function approach({ frames, config }: PlayedGame): ClaimCase {
  const distances = frames.map(({ signals }) =>
    Math.abs(numbersOf(signals['generator.means'])[0]! - numbersOf(signals['target.means'])[0]!),
  )
  const value = distances.at(-1) ?? NaN
  const fault = (what: string): ClaimCase => ({
    value,
    fault: `${what} in ${JSON.stringify(config)}`,
  })
  const away = distances.findIndex((d, k) => k > 0 && d > longest && d >= distances[k - 1]!)
  if (away >= 0) return fault(`step ${away} moves away`)
  return value <= longest ? { value } : fault(`distance ${value} at the end`)
}
