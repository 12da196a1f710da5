import {
  casesOf,
  findingOf,
  type ClaimCase,
  type GamesClaim,
  type PlayedGame,
} from '@ganglion/core'
import { mixtureDensity, positiveIntervals } from '@ganglion/numerics'
import { common, generatorOf, numbersOf, targetOf } from './game.ts'
import { chance, lawOf, type Pair } from './pair.ts'

const rate = 0.3
const steps = 2100
/** -F at least so large on the interval, so that the steps suffice for a width of 6: each takes 2 eta |F| away. */
const least = 0.005
const widest = 6
const points = 50

/** Section 3.1: an interval where the generator has the larger density dies, and stays dead. */
export const intervalCollapse: GamesClaim = {
  kind: 'games',
  name: 'an interval wholly where F is negative collapses',
  sentence:
    'Since the discriminator is incentivized to only have mass on regions where the difference is positive, the first order dynamics will cause the discriminator interval to collapse to have length zero if it is in a negative region.',
  where: 'Section 3.1',
  reading: `the generator stands still, means in [-3, 3], F < -${least} on the interval, eta = ${rate}, ${steps} steps; told: last step of life`,
  draws: { smoke: 20, paper: 200 },
  seed: 11,
  games: (draws, seed) =>
    Array.from({ length: draws }, (_, index) => {
      const { target, means, left, right } = start(seed, index)
      return {
        ...common,
        target: targetOf(target),
        generator: generatorOf(means),
        discriminator: {
          plugin: 'interval',
          intervals: 1,
          crossing: 'absorb',
          left: [left],
          right: [right],
        },
        dynamics: { plugin: 'simultaneous', generatorRate: 0, discriminatorRate: rate },
        metrics: [],
        steps,
      }
    }),
  judge: (played) =>
    findingOf(
      casesOf(played.length, (index) => collapse(played[index]!)),
      'step at which it still lived',
      'largest',
    ),
}

interface Begin {
  readonly target: Pair
  readonly means: Pair
  readonly left: number
  readonly right: number
}

/** A random interval on which F is negative throughout, drawn until there is one. */
function start(seed: number, index: number): Begin {
  const random = chance(seed, 'interval-collapse', index)
  const draw = (): number => random.uniform(-3, 3)
  for (;;) {
    const [target, means]: [Pair, Pair] = [
      [draw(), draw()],
      [draw(), draw()],
    ]
    const [a, b] = [random.uniform(-4, 4), random.uniform(-4, 4)]
    const [left, right] = [Math.min(a, b), Math.max(a, b)]
    const outside = positiveIntervals(lawOf(target), lawOf(means)).every(
      (one) => one.right <= left || one.left >= right,
    )
    const deep = Array.from({ length: points + 1 }, (_, k) => left + ((right - left) * k) / points)
      .map((x) => mixtureDensity(lawOf(target), x) - mixtureDensity(lawOf(means), x))
      .every((f) => f < -least)
    if (outside && deep && right - left > 0.05 && right - left < widest)
      return { target, means, left, right }
  }
}

function collapse({ frames, config }: PlayedGame): ClaimCase {
  const alive = frames.map(({ signals }) => numbersOf(signals['discriminator.alive'])[0]!)
  const value = frames[alive.lastIndexOf(1)]?.step ?? NaN
  const fault = (what: string): ClaimCase => ({
    value,
    fault: `${what} in ${JSON.stringify(config)}`,
  })
  if (alive.at(-1) !== 0) return fault('it lives')
  if (alive.indexOf(0) < alive.lastIndexOf(1)) return fault('it lives again')
  const [slope] = numbersOf(frames.at(-1)?.signals['gradient.generator'])
  return slope === 0 ? { value } : fault('dead, it moves the generator')
}
