import type { Chains, Lanes } from '../lanes.ts'

const LOG2_E = 1.4426950408889634
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
/** Beyond these the result is infinite or 0 by its own rounding. */
const MOST = 710
const LEAST = -746
/** Adding 3 * 2^51 rounds to a whole number, which then stands in the low bits. */
const ROUNDER = 6755399441055744
const KERNEL = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
]

/** e^x, in the whole range of doubles: the power of two goes in two halves, of which only the last can round. */
export function exp(l: Lanes, given: Chains): Chains {
  const x = l.apply('greater', l.apply('lesser', given, MOST), LEAST)
  const bits = l.add(l.mul(x, LOG2_E), ROUNDER)
  const k = l.sub(bits, ROUNDER)
  const high = l.sub(x, l.mul(k, LN2_HIGH))
  const low = l.mul(k, LN2_LOW)
  const r = l.sub(high, low)
  const t = l.mul(r, r)
  const c = l.sub(r, l.mul(t, l.horner(t, KERNEL)))
  const quotient = l.div(l.mul(r, c), l.sub(2, c))
  const y = l.sub(1, l.sub(l.sub(low, quotient), high))
  // About half of the power, found beside the rest.
  const halfBits = l.add(l.mul(x, 0.5 * LOG2_E), ROUNDER)
  const restBits = l.sub(bits, l.sub(halfBits, ROUNDER))
  return l.mul(l.mul(y, l.scaled(1, halfBits)), l.scaled(1, restBits))
}
