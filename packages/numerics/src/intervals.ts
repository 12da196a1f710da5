import type { Mixture } from './mixture.ts'
import { signedZeros } from './zeros.ts'

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
  const { sign, zeros } = signedZeros(target, generated)
  const intervals: Interval[] = []
  if (sign === 0) return intervals
  for (let i = sign > 0 ? 0 : 1; i <= zeros.length; i += 2) {
    intervals.push({ left: zeros[i - 1] ?? -Infinity, right: zeros[i] ?? Infinity })
  }
  return intervals
}
