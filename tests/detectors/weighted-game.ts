import type { Observation } from '@ganglion/core'
import { normalPdf, positiveIntervals, totalVariation } from '@ganglion/numerics'

/** A game of two weighted mixtures of unit deviation: what the target is, where the means start, and how they move. */
export interface WeightedStart {
  readonly weights: readonly number[]
  readonly target: readonly number[]
  readonly means: readonly number[]
  readonly rate: number
  /** Per-mass gradients: the rate of a mean is divided by its weight. */
  readonly altered?: boolean
}

/** singh-tong, Fig. 2: the light mode starts where it must pass the heavy one, and does not. */
export const fig2: WeightedStart = {
  weights: [0.1, 0.9],
  target: [0, 0.5],
  means: [4, 4.1],
  rate: 0.1,
}

/** The generator descends against the best response of every step, with the weights known. */
export function* respondWeighted(start: WeightedStart, steps: number): Generator<Observation> {
  const { weights, rate, altered = false } = start
  const target = { weights, means: start.target, deviation: 1 }
  let means = [...start.means]
  for (let step = 0; step <= steps; step++) {
    const generated = { weights, means, deviation: 1 }
    const intervals = positiveIntervals(target, generated).slice(0, 2)
    const push = means.map((mean, j) => {
      let sum = 0
      for (const { left, right } of intervals)
        sum += normalPdf(right - mean) - normalPdf(left - mean)
      return (altered ? 1 : weights[j]!) * sum
    })
    const distance = 2 * totalVariation(target, generated)
    let norm = 0
    for (const each of push) norm += each * each
    yield {
      step,
      signals: {
        'generator.means': means,
        'generator.weights': weights,
        'target.means': start.target,
        'target.weights': weights,
        'gradient.generator': Math.sqrt(norm),
        'discriminator.alive': [1, 1],
        payoff: 1 + distance / 2,
        l1: distance,
      },
    }
    means = means.map((mean, j) => mean - rate * push[j]!)
  }
}
