import { powerOfTwo } from './powers-of-two.ts'

/** Adding this and taking it away again rounds to a multiple of 2^-20: what is left of 37.5 has 26 bits, its square is exact. */
const CUT = 6442450944
/** The square of 37.5: beyond it the result would be subnormal; it is 0 instead. */
const LAST = 1406.25
const MINUS_HALF_LOG2_E = -0.7213475204444817
/** Adding 3 * 2^51 and taking it away again rounds to the nearest whole number. */
const ROUNDER = 6755399441055744
/** 2 ln 2 in two parts; the first ends in zeros, so k times it is exact. */
const HIGH = 1.3862943607382476
const LOW = 3.8164298585411754e-10
/** The kernel of fdlibm's exponential, for the argument u = -2 r: its coefficients times 2 / 4^i. */
const Q1 = 0.08333333333333301
const Q2 = -0.0003472222222126949
const Q3 = 0.0000020667988504493545
const Q4 = -1.2917111098019728e-8
const Q5 = 8.082298431752419e-11

/**
 * factor * e^(-x^2/2) with the rounding of x^2 taken out: with q the part of x above 2^-20, x^2 is q^2, which is exact,
 * plus a tiny rest that joins the reduction. Domain: all doubles, `factor` between 1/4 and 4; 0 beyond |x| = 37.5, where
 * the result would leave the normal numbers. Error: at most 2 ulp.
 * Source: W. J. Cody's splitting (Math. Comp. 23 (1969), 631-637), who cuts at 1/16; fdlibm e_exp.c for the kernel.
 */
export function gaussian(x: number, factor: number): number {
  const q = x + CUT - CUT
  const s = q * q
  if (s > LAST) return 0
  const k = s * MINUS_HALF_LOG2_E + ROUNDER - ROUNDER
  const u = s + k * HIGH + (k * LOW + (x - q) * (x + q))
  const v = u * u
  const w = 4 + v * (Q1 + v * (Q2 + v * (Q3 + v * (Q4 + v * Q5))))
  return ((w - u) / (w + u)) * (factor * powerOfTwo(k))
}
