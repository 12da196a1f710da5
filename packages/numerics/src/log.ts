import { powerOfTwo } from './powers-of-two.ts'
import { highWord } from './words.ts'

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const TWO_54 = 18014398509481984
const SMALLEST_NORMAL = 2.2250738585072014e-308
const L1 = 0.6666666666666735
const L2 = 0.3999999999940942
const L3 = 0.2857142874366239
const L4 = 0.22222198432149784
const L5 = 0.1818357216161805
const L6 = 0.15313837699209373
const L7 = 0.14798198605116586

/**
 * The natural logarithm. Domain: x >= 0, subnormals included. Error: at most 1 ulp. Either zero
 * gives -Infinity, Infinity gives Infinity, NaN and negative numbers give NaN.
 * Source: fdlibm e_log.c, with its kernel on [sqrt(2)/2, sqrt(2)].
 */
export function log(x: number): number {
  if (x > 0.71 && x < 1.41) return kernel(x - 1, 0)
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  const lift = x < SMALLEST_NORMAL ? 54 : 0
  const scaled = lift === 0 ? x : x * TWO_54
  const high = highWord(scaled)
  // The exponent of the power of two nearest to x in the logarithm, so that f is small.
  const e = (high >> 20) - 1023 + (((high & 0x000fffff) + 0x95f64) >> 20)
  return kernel(scaled * powerOfTwo(-e) - 1, e - lift)
}

/** log(2^k (1 + f)), 1 + f in [sqrt(2)/2, sqrt(2)]. */
function kernel(f: number, k: number): number {
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (L2 + w * (L4 + w * L6))
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)))
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + (even + odd)) + k * LN2_LOW) - f)
}
