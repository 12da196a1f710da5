import { fraction, wholePowers } from './exp.ts'
import { powerOfTwo } from './powers-of-two.ts'

/** Adding this and taking it away again rounds to a multiple of 2^-20: what is left of 37.5 has 26 bits, its square is exact. */
const CUT = 6442450944
/** Beyond it the result would be subnormal; it is 0 instead. */
const LAST = 37.5

/**
 * e^(-x^2/2) with the rounding of x^2 taken out: with q the part of x above 2^-20, it is e^(-q^2/2 + a), whose first term
 * is exact and whose second, tiny one joins the reduction of the exponential. Domain: all doubles; 0 beyond |x| = 37.5,
 * where the result would leave the normal numbers. Error: at most 2 ulp.
 * Source: the idea is W. J. Cody's (Math. Comp. 23 (1969), 631-637), who cuts at 1/16.
 */
export function gaussian(x: number): number {
  if (Math.abs(x) > LAST) return 0
  const q = x + CUT - CUT
  const a = -0.5 * (x - q) * (x + q)
  const h = -0.5 * q * q
  const k = wholePowers(h)
  return fraction(h, a, k) * powerOfTwo(k)
}
