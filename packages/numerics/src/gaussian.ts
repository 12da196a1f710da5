import { exp } from './exp.ts'

/** x is cut here: what is left of 39 has 26 bits, so its square is exact. */
const CUT = 1048576

/**
 * e^(-x^2/2) with the rounding of x^2 taken out: with q the part of x above 2^-20, it is
 * e^(-q^2/2), whose argument is exact, times e^a with |a| < 4e-5, of which three terms are enough.
 * Domain: all doubles; 0 beyond |x| = 39. Error: at most 3 ulp where the result is normal.
 * Source: the idea is W. J. Cody's (Math. Comp. 23 (1969), 631-637), who cuts at 1/16.
 */
export function gaussian(x: number): number {
  if (Math.abs(x) > 39) return 0
  const q = Math.trunc(x * CUT) / CUT
  const a = -0.5 * (x - q) * (x + q)
  return exp(-0.5 * q * q) * (1 + a * (1 + a * (0.5 + a * 0.16666666666666666)))
}
