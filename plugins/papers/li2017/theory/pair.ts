import { normalPdf, positiveIntervals, stream, cursor, totalVariation } from '@ganglion/numerics'
import type { Cursor, Mixture } from '@ganglion/numerics'

/** Two means. */
export type Pair = readonly [number, number]

/** The law of eq. 2: two unit Gaussians of weight 1/2. */
export function lawOf(means: Pair): Mixture {
  return { weights: [0.5, 0.5], means, deviation: 1 }
}

/** f of section 4: the total variation between target and generated law. */
export function distanceOf(target: Pair, means: Pair): number {
  return totalVariation(lawOf(target), lawOf(means))
}

/** The slope of f in both means, where it has one: section B.1, with the weights 1/2 kept. */
export function slopeOf(target: Pair, means: Pair): Pair {
  const intervals = positiveIntervals(lawOf(target), lawOf(means))
  const along = (mean: number): number =>
    intervals.reduce(
      (sum, { left, right }) => sum + 0.5 * (normalPdf(right - mean) - normalPdf(left - mean)),
      0,
    )
  return [along(means[0]), along(means[1])]
}

/** One step of the generator against the best discriminator (eq. 8). */
export function stepOf(target: Pair, means: Pair, rate: number): Pair {
  const [a, b] = slopeOf(target, means)
  return [means[0] - rate * a, means[1] - rate * b]
}

/** Euclidean length. */
export const lengthOf = ([a, b]: Pair): number => Math.sqrt(a * a + b * b)

/** Random numbers of one case of a claim: the same for the same seed, name and case. */
export function chance(seed: number, name: string, index: number): Cursor {
  return cursor(stream(seed, `li2017.${name}`), index)
}

/** Two means in [-reach, reach], in order and further apart than so much. */
export function separated(random: Cursor, reach: number, apart: number): Pair {
  const ends: Pair = [random.uniform(-reach, reach), random.uniform(-reach, reach)]
  const [low, high]: Pair = ends[0] < ends[1] ? ends : [ends[1], ends[0]]
  return high - low > apart ? [low, high] : separated(random, reach, apart)
}

/** A pair in words. */
export const told = ([a, b]: Pair): string => `(${a}, ${b})`
