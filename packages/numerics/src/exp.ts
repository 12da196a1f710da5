import { scale } from './powers-of-two.ts'

/** The largest double whose exponential is finite. */
const OVERFLOW = 7.09782712893383973096e2
/** Below this the exponential is less than half the smallest subnormal. */
const UNDERFLOW = -7.4513321910194110842e2
const LOG2_E = 1.442695040888963387
/** ln 2 in two parts; the first ends in zeros, so k * LN2_HIGH is exact. */
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const P1 = 1.66666666666666019037e-1
const P2 = -2.77777777770155933842e-3
const P3 = 6.61375632143793436117e-5
const P4 = -1.6533902205465251539e-6
const P5 = 4.13813679705723846039e-8

/**
 * e^x. Domain: all doubles. Error: at most 1 ulp where the result is normal, and one more rounding
 * (half of 2^-1074) where it is subnormal. NaN gives NaN, Infinity and anything above
 * 709.78... give Infinity, -Infinity and anything below -745.13... give 0.
 * Source: fdlibm e_exp.c (Sun Microsystems): Cody-Waite reduction and a rational kernel.
 */
export function exp(x: number): number {
  if (x > OVERFLOW) return Infinity
  if (x < UNDERFLOW) return 0
  if (x !== x) return NaN
  const k = Math.floor(x * LOG2_E + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))))
  return scale(1 - (low - (r * c) / (2 - c) - high), k)
}
