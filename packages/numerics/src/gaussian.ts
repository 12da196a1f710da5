import { exp } from './exp.ts'

/**
 * e^(-x^2/2) with the rounding of x^2 taken out: x is split at a multiple of 1/16, whose square is
 * exact, and the two factors are multiplied. Domain: all doubles. Error: at most 3 ulp where the
 * result is normal. Source: W. J. Cody, Math. Comp. 23 (1969), 631-637.
 */
export function gaussian(x: number): number {
  if (Math.abs(x) > 39) return 0
  const q = Math.trunc(x * 16) / 16
  return exp(-0.5 * q * q) * exp(-0.5 * (x - q) * (x + q))
}
