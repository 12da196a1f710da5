import type { Chains, Lanes } from '../lanes.ts'
import { fraction, power, wholePowers } from './exp.ts'

const CUT = 6442450944
const LAST = 37.5
const ONE_OVER_SQRT_2_PI = 0.39894228040143267794

/** e^(-x^2/2): the operations of `gaussian` in numerics, in its order. */
export function gaussian(l: Lanes, x: Chains): Chains {
  const q = l.sub(l.add(x, CUT), CUT)
  const a = l.mul(l.mul(-0.5, l.sub(x, q)), l.add(x, q))
  const h = l.mul(l.mul(-0.5, q), q)
  const { k, bits } = wholePowers(l, h)
  const value = l.mul(fraction(l, h, a, k), power(l, bits))
  return l.apply('andnot', value, l.apply('gt', l.abs(x), LAST))
}

/** The standard normal density. */
export function normalPdf(l: Lanes, x: Chains): Chains {
  return l.mul(ONE_OVER_SQRT_2_PI, gaussian(l, x))
}
