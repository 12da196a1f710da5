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

/** How many powers of two e^x holds: as a double, and with its bits where a shift finds them. */
export function wholePowers(l: Lanes, x: Chains): { readonly k: Chains; readonly bits: Chains } {
  const bits = l.add(l.mul(x, LOG2_E), ROUNDER)
  return { k: l.sub(bits, ROUNDER), bits }
}

/** e^(x + more) / 2^k: the operations of `fraction` in numerics, in its order. */
export function fraction(l: Lanes, x: Chains, more: Chains | null, k: Chains): Chains {
  const high = l.sub(x, l.mul(k, LN2_HIGH))
  const scaled = l.mul(k, LN2_LOW)
  const low = more ? l.sub(scaled, more) : scaled
  const r = l.sub(high, low)
  const t = l.mul(r, r)
  const c = l.sub(r, l.mul(t, l.horner(t, KERNEL)))
  const quotient = l.div(l.mul(r, c), l.sub(2, c))
  return l.sub(1, l.sub(l.sub(low, quotient), high))
}

/** 2^k for a whole k of the normal range, from the bits of k + ROUNDER; any number for NaN. */
export function power(l: Lanes, bits: Chains): Chains {
  const one = bits.map(() => l.constant(1))
  return l.apply('integerAdd', one, l.shift(bits, 52))
}

/** e^x, in the whole range of doubles: the power of two goes in two halves, of which only the last can round. */
export function exp(l: Lanes, x: Chains): Chains {
  const { k } = wholePowers(l, x)
  const y = fraction(l, x, null, k)
  const half = l.apply('floor', l.mul(k, 0.5))
  const rest = l.sub(k, half)
  const value = l.mul(l.mul(y, power(l, l.add(half, ROUNDER))), power(l, l.add(rest, ROUNDER)))
  const below = l.apply('lt', x, UNDERFLOW)
  const above = l.apply('gt', x, OVERFLOW)
  return l.select(above, Infinity, l.apply('andnot', value, below))
}
