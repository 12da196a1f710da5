import type { ExponentialSum } from './exponential-sum.ts'
import { log } from './log.ts'

/** A point left of all zeros: there the first term outweighs all terms of the other sign. */
export function leftBound(sum: ExponentialSum): number {
  const { at, weight, gap, size: n } = sum
  const w = weight[0]!
  let bound = Infinity
  let distance = 0
  for (let j = 1; j < n; j++) {
    distance += gap[j - 1]!
    if (weight[j]! > 0 === w > 0) continue
    const reach = log(2 * n * Math.abs(weight[j]! / w)) / distance
    bound = Math.min(bound, 0.5 * (at[0]! + at[j]!) - reach)
  }
  return bound
}

/** A point right of all zeros: there the last term outweighs all terms of the other sign. */
export function rightBound(sum: ExponentialSum): number {
  const { at, weight, gap, size: n } = sum
  const w = weight[n - 1]!
  let bound = -Infinity
  let distance = 0
  for (let j = n - 2; j >= 0; j--) {
    distance += gap[j]!
    if (weight[j]! > 0 === w > 0) continue
    const reach = log(2 * n * Math.abs(weight[j]! / w)) / distance
    bound = Math.max(bound, 0.5 * (at[n - 1]! + at[j]!) + reach)
  }
  return bound
}
