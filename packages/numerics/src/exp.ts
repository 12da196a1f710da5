import { powerOfTwo, scale } from './powers-of-two.ts'

/** The largest double whose exponential is finite. */
const OVERFLOW = 709.782712893384
/** Below this the exponential is less than half the smallest subnormal. */
const UNDERFLOW = -745.1332191019411
/** Up to this size of x the power of two is a normal number, and one multiplication applies it. */
const PLAIN = 708
const LOG2_E = 1.4426950408889634
/** Adding 3 * 2^51 and taking it away again rounds to the nearest whole number. */
const ROUNDER = 6755399441055744
/** ln 2 in two parts; the first ends in zeros, so k * LN2_HIGH is exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const P1 = 0.16666666666666602
const P2 = -0.0027777777777015593
const P3 = 6.613756321437934e-5
const P4 = -1.6533902205465252e-6
const P5 = 4.1381367970572385e-8

/**
 * e^x. Domain: all doubles. Error: at most 1 ulp where the result is normal, and one more rounding
 * (half of 2^-1074) where it is subnormal. NaN gives NaN, Infinity and anything above
 * 709.78... give Infinity, -Infinity and anything below -745.13... give 0.
 * Source: fdlibm e_exp.c (Sun Microsystems): Cody-Waite reduction and a rational kernel.
 */
export function exp(x: number): number {
  if (!(Math.abs(x) <= PLAIN)) {
    if (x > OVERFLOW) return Infinity
    if (x < UNDERFLOW) return 0
    if (x !== x) return NaN
  }
  const k = x * LOG2_E + ROUNDER - ROUNDER
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  return Math.abs(x) <= PLAIN ? y * powerOfTwo(k) : scale(y, k)
}
