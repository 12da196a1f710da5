import type { Chains, Lanes } from '../lanes.ts'

const LOG2_E = 1.4426950408889634
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const OVERFLOW = 709.782712893384
const UNDERFLOW = -745.1332191019411
/** Adding 3 * 2^51 rounds to a whole number, which then stands in the low bits. */
const ROUNDER = 6755399441055744
const KERNEL = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
]

/** e^x, in the whole range of doubles: the power of two goes in two halves, of which only the last can round. */
export function exp(l: Lanes, x: Chains): Chains {
  const k = l.sub(l.add(l.mul(x, LOG2_E), ROUNDER), ROUNDER)
  const high = l.sub(x, l.mul(k, LN2_HIGH))
  const low = l.mul(k, LN2_LOW)
  const r = l.sub(high, low)
  const t = l.mul(r, r)
  const c = l.sub(r, l.mul(t, l.horner(t, KERNEL)))
  const quotient = l.div(l.mul(r, c), l.sub(2, c))
  const y = l.sub(1, l.sub(l.sub(low, quotient), high))
  const half = l.apply('floor', l.mul(k, 0.5))
  const power = (p: Chains): Chains => l.scaled(1, l.add(p, ROUNDER))
  const value = l.mul(l.mul(y, power(half)), power(l.sub(k, half)))
  const below = l.apply('lt', x, UNDERFLOW)
  const above = l.apply('gt', x, OVERFLOW)
  return l.select(above, Infinity, l.apply('andnot', value, below))
}
