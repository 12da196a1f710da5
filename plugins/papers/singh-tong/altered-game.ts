import type { Pair } from './game.ts'

/** What differs from one game of altered rates to another. */
export interface AlteredGame {
  readonly target: Pair
  readonly means: Pair
  readonly weights: Pair
  readonly metrics: readonly string[]
  readonly steps: number
  readonly every: number
}

/** Two Gaussians of the target's own weights against the best discriminator, at rates divided by the weights. */
export function alteredGame({ target, means, weights, metrics, steps, every }: AlteredGame) {
  return {
    target: { kind: 'mixture', means: target, weights, deviation: 1 },
    generator: { plugin: 'mixture', components: 2, means, weights, deviation: 1 },
    discriminator: { plugin: 'interval', intervals: 2, left: [-1, 0.5], right: [-0.5, 1] },
    dynamics: { plugin: 'best-response', generatorRate: 0.04 },
    objective: 'mean-difference',
    optimizer: 'sgd',
    geometry: 'mass',
    metrics,
    detectors: [],
    steps,
    every,
    seed: 1,
  }
}
