import type { Chains, Lanes } from '../lanes.ts'
import { exp } from './exp.ts'

/** 1 / (1 + e^-x): the operations of `sigmoid` in numerics, in its order. */
export function sigmoid(l: Lanes, x: Chains): Chains {
  const e = exp(l, l.apply('neg', l.abs(x)))
  return l.div(l.select(l.apply('lt', x, 0), e, 1), l.add(1, e))
}
