/** Components of a mixture on a line: a weight and a mean each. Means in the unit of x. */
export interface Components {
  readonly weights: readonly number[]
  readonly means: readonly number[]
}

/** Two generated components, the lower one first, and the target components that they are matched with by mean. */
export interface Exchange {
  readonly generated: readonly [lower: number, upper: number]
  readonly target: readonly [lower: number, upper: number]
}

/**
 * Whether generated means are exchanged against the weights. Both mixtures are sorted by mean and matched rank by rank,
 * the nearest matching there is on a line. A pair is exchanged when its weights differ one way and those of its targets the
 * other way, each by more than `apart`; of several pairs the one whose weights differ most is given. Labels are of no
 * concern. Null when none is exchanged, and when there is no order to judge: other numbers of components, weights all alike,
 * two means of different weights within `gap` of the smallest target separation (share), or on one target mean.
 * Source: singh-tong, Fig. 2 (heavy and light component in each other's place).
 */
export function exchanged(
  target: Components,
  generated: Components,
  gap: number,
  apart: number,
): Exchange | null {
  const count = target.means.length
  if (count < 2 || generated.means.length !== count) return null
  // Cheap, and so for most games that there are.
  if (alike(target.weights, count, apart) || alike(generated.weights, count, apart)) return null
  const [wanted, found] = [ranked(target.means), ranked(generated.means)]
  if (tied(target, wanted, 0, apart)) return null
  if (tied(generated, found, gap * separation(target.means, wanted), apart)) return null
  let worst: Exchange | null = null
  let most = 0
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const [a, b, c, d] = [found[i]!, found[j]!, wanted[i]!, wanted[j]!]
      const difference = generated.weights[b]! - generated.weights[a]!
      const expected = target.weights[d]! - target.weights[c]!
      const contrary = difference > 0 ? expected < -apart : expected > apart
      const size = Math.abs(difference)
      if (!contrary || size <= apart || size <= most) continue
      most = size
      worst = { generated: [a, b], target: [c, d] }
    }
  }
  return worst
}

/** Whether no two of so many weights differ by more than `apart`; also when there are not so many. */
function alike(weights: readonly number[], count: number, apart: number): boolean {
  if (weights.length !== count) return true
  let [least, most] = [Infinity, -Infinity]
  for (let j = 0; j < count; j++) {
    const weight = weights[j]!
    if (weight < least) least = weight
    if (weight > most) most = weight
  }
  return most - least <= apart
}

/** Indices by ascending mean. Two are compared, more are sorted. */
function ranked(means: readonly number[]): readonly number[] {
  if (means.length === 2) return means[0]! > means[1]! ? [1, 0] : [0, 1]
  return means.map((_, j) => j).sort((a, b) => means[a]! - means[b]!)
}

/** Whether neighbours of different weights are no further apart than `limit`, or are not numbers. */
function tied(
  { means, weights }: Components,
  order: readonly number[],
  limit: number,
  apart: number,
): boolean {
  for (let i = 1; i < order.length; i++) {
    const [a, b] = [order[i - 1]!, order[i]!]
    const clear = means[b]! - means[a]! > limit
    if (!clear && Math.abs(weights[b]! - weights[a]!) > apart) return true
  }
  return false
}

/** The smallest distance between two different means. */
function separation(means: readonly number[], order: readonly number[]): number {
  let least = Infinity
  for (let i = 1; i < order.length; i++) {
    const distance = means[order[i]!]! - means[order[i - 1]!]!
    if (distance > 0) least = Math.min(least, distance)
  }
  return least
}
