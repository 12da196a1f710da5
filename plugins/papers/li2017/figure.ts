import type { Preset } from '@ganglion/core'
import { assumed, shared } from './origins.ts'
import { crossingReading, orderReading, scaleReading } from './readings.ts'

/** A game of the paper that is played once, from a given start. */
export interface Start {
  readonly title: string
  /** Means of the target. */
  readonly target: readonly [number, number]
  readonly means: readonly [number, number]
  readonly left: readonly [number, number]
  readonly right: readonly [number, number]
  readonly steps: number
  readonly dynamics: Readonly<Record<string, unknown>>
  /** Origins of the start, of the options of the dynamics and of the number of steps. */
  readonly origins: Preset['origins']
  /** Whatever differs from the frame of Figure 1. */
  readonly watched?: Readonly<Record<string, unknown>>
}

const watching = assumed('the paper shows the paths only; measuring changes none of them')

const watched = {
  objective: 'mean-difference',
  optimizer: 'sgd',
  metrics: ['total-variation', 'l1', 'mean-distance', 'interval-width'],
  detectors: [
    'convergence',
    'mode-collapse',
    'oscillation',
    'divergence',
    'vanishing-gradient',
    'discriminator-collapse',
    'stall',
  ],
  seed: 1,
}

/** Two Gaussians against two intervals, from one start: a preset of Figure 1 or 2. */
export function figure(start: Start): Preset {
  const { title, target, means, left, right, steps, dynamics } = start
  const weights = [0.5, 0.5]
  const short = { scale: scaleReading, crossing: crossingReading }
  return {
    title,
    short: dynamics['plugin'] === 'simultaneous' ? { ...short, order: orderReading } : short,
    config: {
      target: { kind: 'mixture', means: target, weights, deviation: 1 },
      generator: { plugin: 'mixture', components: 2, means, weights, deviation: 1 },
      discriminator: { plugin: 'interval', intervals: 2, crossing: 'absorb', left, right },
      dynamics,
      steps,
      ...watched,
      ...start.watched,
    },
    origins: {
      ...shared,
      'target.means': 'printed',
      metrics: watching,
      detectors: watching,
      seed: assumed('nothing is drawn at random'),
      ...start.origins,
    },
  }
}
