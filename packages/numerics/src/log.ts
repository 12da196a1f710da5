import { highWord, withHighWord } from './words.ts'

const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const TWO_54 = 18014398509481984
const SMALLEST_NORMAL = 2.2250738585072014e-308
const L1 = 6.66666666666673513e-1
const L2 = 3.999999999940941908e-1
const L3 = 2.857142874366239149e-1
const L4 = 2.222219843214978396e-1
const L5 = 1.818357216161805012e-1
const L6 = 1.531383769920937332e-1
const L7 = 1.479819860511658591e-1

/**
 * The natural logarithm. Domain: x >= 0, subnormals included. Error: at most 1 ulp. Either zero
 * gives -Infinity, Infinity gives Infinity, NaN and negative numbers give NaN.
 * Source: fdlibm e_log.c, with its kernel on [sqrt(2)/2, sqrt(2)].
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  let k = -1023
  let scaled = x
  if (x < SMALLEST_NORMAL) {
    scaled = x * TWO_54
    k -= 54
  }
  let high = highWord(scaled)
  k += high >> 20
  high &= 0x000fffff
  const up = (high + 0x95f64) & 0x100000
  k += up >> 20
  const f = withHighWord(scaled, high | (up ^ 0x3ff00000)) - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (L2 + w * (L4 + w * L6))
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)))
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + (even + odd)) + k * LN2_LOW) - f)
}
