import type { Chains, Lanes } from '../lanes.ts'

const CUT = 6442450944
const LAST = 1406.25
const MINUS_HALF_LOG2_E = -0.7213475204444817
const ROUNDER = 6755399441055744
const HIGH = 1.3862943607382476
const LOW = 3.8164298585411754e-10
const KERNEL = [
  0.08333333333333301, -0.0003472222222126949, 0.0000020667988504493545, -1.2917111098019728e-8,
  8.082298431752419e-11,
]
const ONE_OVER_SQRT_2_PI = 0.39894228040143267794

/** factor * e^(-x^2/2): the operations of `gaussian` in numerics, in its order. */
export function gaussian(l: Lanes, x: Chains, factor: number): Chains {
  const q = l.sub(l.add(x, CUT), CUT)
  const s = l.mul(q, q)
  const bits = l.add(l.mul(s, MINUS_HALF_LOG2_E), ROUNDER)
  const k = l.sub(bits, ROUNDER)
  const rest = l.mul(l.sub(x, q), l.add(x, q))
  const u = l.add(l.add(s, l.mul(k, HIGH)), l.add(l.mul(k, LOW), rest))
  return power(l, { u, s, bits }, factor)
}

/** The same from fewer operations, where a product and a sum are one: it gives the error of a square itself. */
export function fusedGaussian(l: Lanes, x: Chains, factor: number): Chains {
  const s = l.mul(x, x)
  const over = l.apply('nmadd', x, x, s)
  const bits = l.apply('madd', s, MINUS_HALF_LOG2_E, ROUNDER)
  const k = l.sub(bits, ROUNDER)
  const u = l.sub(l.apply('madd', k, HIGH, s), l.apply('nmadd', k, LOW, over))
  return power(l, { u, s, bits }, factor)
}

interface Reduced {
  /** x^2 less a multiple of 2 log 2, whose power of two stands in `bits`; `s` is about x^2. */
  readonly u: Chains
  readonly s: Chains
  readonly bits: Chains
}

function power(l: Lanes, { u, s, bits }: Reduced, factor: number): Chains {
  const v = l.mul(u, u)
  const w = l.add(4, l.mul(v, l.horner(v, KERNEL)))
  const y = l.div(l.sub(w, u), l.add(w, u))
  return l.apply('andnot', l.mul(y, l.scaled(factor, bits)), l.apply('gt', s, LAST))
}

/** The standard normal density. */
export function normalPdf(l: Lanes, x: Chains, bell = gaussian): Chains {
  return bell(l, x, ONE_OVER_SQRT_2_PI)
}
