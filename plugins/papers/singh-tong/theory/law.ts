import { cursor, mixtureMass, normalPdf, positiveIntervals, stream } from '@ganglion/numerics'
import type { Cursor, Interval, Mixture } from '@ganglion/numerics'
import type { Pair } from '../game.ts'

/** A mixture of two unit Gaussians (eq. 6). */
export const lawOf = (weights: Pair, means: Pair): Mixture => ({ weights, means, deviation: 1 })

/** Random numbers of one case of a claim: the same for the same seed, name and case. */
export const chance = (seed: number, name: string, index: number): Cursor =>
  cursor(stream(seed, `singh-tong.${name}`), index)

/** Two weights that sum to 1, of which the first is this. */
export const weightsOf = (alpha: number): Pair => [alpha, 1 - alpha]

/** Two numbers. */
export const pairOf = (draw: () => number): Pair => [draw(), draw()]

/** Two numbers, the smaller first. */
export function orderedPair(draw: () => number): Pair {
  const [a, b] = pairOf(draw)
  return a < b ? [a, b] : [b, a]
}

/** Two numbers at least so far apart, the smaller first; drawn again until they are. */
export function separatedPair(draw: () => number, apart: number): Pair {
  const pair = orderedPair(draw)
  return pair[1] - pair[0] < apart ? separatedPair(draw, apart) : pair
}

/** A pair in words. */
export const told = ([a, b]: Pair): string => `(${a}, ${b})`

/** L of appendix D without its 1: mass of the target in the intervals, less that of the generated law. */
export function payoffOf(
  target: Mixture,
  generated: Mixture,
  intervals: readonly Interval[],
): number {
  const mass = (law: Mixture): number =>
    intervals.reduce((all, { left, right }) => all + mixtureMass(law, left, right), 0)
  return mass(target) - mass(generated)
}

/** Equation 22 without its weight: what altered rates follow. */
export function slopeOfMass(mean: number, intervals: readonly Interval[]): number {
  return intervals.reduce(
    (sum, { left, right }) => sum + normalPdf(right - mean) - normalPdf(left - mean),
    0,
  )
}

/** One step of the generator against the best discriminator. */
export function stepOf(
  given: {
    readonly weights: Pair
    readonly target: Pair
    readonly means: Pair
    readonly rate: number
  },
  rates: 'plain' | 'altered',
): Pair {
  const { weights, target, means, rate } = given
  const best = positiveIntervals(lawOf(weights, target), lawOf(weights, means))
  const moved = (j: 0 | 1): number =>
    means[j] - rate * (rates === 'plain' ? weights[j] : 1) * slopeOfMass(means[j], best)
  return [moved(0), moved(1)]
}
