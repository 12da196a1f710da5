import type { Mixture } from './mixture.ts'
import { signedZeros, type Crossings } from './zeros.ts'

/** The open interval from left to right; either end may be infinite. */
export interface Interval {
  readonly left: number
  readonly right: number
}

/**
 * The intervals on which the density of target exceeds the density of generated, from left to
 * right. Equal mixtures have none. Throws the RangeErrors of differenceZeros.
 */
export function positiveIntervals(target: Mixture, generated: Mixture): Interval[] {
  return positiveBetween(signedZeros(target, generated))
}

/** The intervals on which a function is positive, from its sign left of all zeros and the zeros. */
export function positiveBetween({ sign, zeros }: Crossings): Interval[] {
  const intervals: Interval[] = []
  if (sign === 0) return intervals
  for (let i = sign > 0 ? 0 : 1; i <= zeros.length; i += 2) {
    intervals.push({ left: zeros[i - 1] ?? -Infinity, right: zeros[i] ?? Infinity })
  }
  return intervals
}
