import type { Preset } from '@ganglion/core'
import { shared, type Origins } from './origins.ts'

/** Two numbers: means, weights or ends. */
export type Pair = readonly [number, number]

/** A set-up of the report: what differs from the plainest game, and where each of these values comes from. */
export interface SetUp {
  readonly title: string
  readonly target: Pair
  readonly weights: Pair
  readonly generator?: Readonly<Record<string, unknown>>
  readonly discriminator?: Readonly<Record<string, unknown>>
  readonly dynamics: Readonly<Record<string, unknown>>
  readonly steps: number
  /** Whatever else a configuration has. */
  readonly more?: Readonly<Record<string, unknown>>
  readonly origins: Origins
  readonly short?: Preset['short']
}

/** What is measured and watched in a game that is played once. */
export const watched = {
  metrics: ['total-variation', 'l1', 'mean-distance', 'mean-error', 'interval-width'],
  detectors: [
    'convergence',
    'mode-collapse',
    'oscillation',
    'divergence',
    'vanishing-gradient',
    'discriminator-collapse',
    'stall',
    'wrong-order',
    'weight-escape',
  ],
}

/** Two weighted Gaussians against two intervals. */
export function game(given: SetUp): Preset {
  const { title, target, weights, steps, short } = given
  return {
    title,
    ...(short === undefined ? {} : { short }),
    config: {
      target: { kind: 'mixture', means: target, weights, deviation: 1 },
      generator: {
        plugin: 'mixture',
        components: 2,
        deviation: 1,
        weights,
        learned: 'means',
        order: 'free',
        ...given.generator,
      },
      discriminator: { plugin: 'interval', intervals: 2, ...given.discriminator },
      dynamics: given.dynamics,
      objective: 'mean-difference',
      optimizer: 'sgd',
      geometry: 'coordinate',
      mirrored: false,
      ...watched,
      steps,
      seed: 1,
      ...given.more,
    },
    origins: { ...shared, ...given.origins },
  }
}
