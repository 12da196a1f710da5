import type { Chains, Lanes } from '../lanes.ts'

const TWO_OVER_PI = 6.36619772367581382433e-1
const FIRST = 1.57079632673412561417
const SECOND = 6.0771005063039659766e-11
const THIRD = 2.0222662487111664558e-21
const THIRD_REST = 8.47842766036889956997e-32
const LARGEST_ANGLE = 823549
/** Adding 3 * 2^51 puts a whole number into the low bits. */
const ROUNDER = 6755399441055744
const SINE = [
  8.33333333332248946124e-3, -1.98412698298579493134e-4, 2.75573137070700676789e-6,
  -2.50507602534068634195e-8, 1.58969099521155010221e-10,
]
const S1 = -1.66666666666666324348e-1
const COSINE = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5,
  -2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11,
]

/** The sine: the operations of `sin` in numerics, both kernels computed and one chosen. */
export function sin(l: Lanes, x: Chains): Chains {
  const { n, y, tail } = quadrant(l, x)
  const value = l.select(odd(l, n), cosineKernel(l, y, tail), sineKernel(l, y, tail))
  return l.apply('or', signed(l, value, n), tooLarge(l, x))
}

/** The cosine: the operations of `cos` in numerics, both kernels computed and one chosen. */
export function cos(l: Lanes, x: Chains): Chains {
  const { n, y, tail } = quadrant(l, x)
  const value = l.select(odd(l, n), sineKernel(l, y, tail), cosineKernel(l, y, tail))
  return l.apply('or', signed(l, value, l.add(n, 1)), tooLarge(l, x))
}

/** All bits of a lane, a NaN, beyond the domain. */
const tooLarge = (l: Lanes, x: Chains): Chains => l.apply('gt', l.abs(x), LARGEST_ANGLE)

const odd = (l: Lanes, n: Chains): Chains => l.shifted(l.shifted(l.add(n, ROUNDER), 63), -63)

/** The other sign where n modulo 4 is 2 or 3. */
function signed(l: Lanes, value: Chains, n: Chains): Chains {
  return l.apply('xor', value, l.apply('and', l.shifted(l.add(n, ROUNDER), 62), -0))
}

interface Quadrant {
  /** x is about n quarter turns, y + tail more. */
  readonly n: Chains
  readonly y: Chains
  readonly tail: Chains
}

function quadrant(l: Lanes, x: Chains): Quadrant {
  const n = l.apply('floor', l.add(l.mul(x, TWO_OVER_PI), 0.5))
  const a = l.sub(x, l.mul(n, FIRST))
  const second = l.mul(n, SECOND)
  const r = l.sub(a, second)
  const lost = l.sub(l.sub(a, r), second)
  const third = l.mul(n, THIRD)
  const closer = l.sub(r, third)
  const w = l.sub(l.sub(l.mul(n, THIRD_REST), l.sub(l.sub(r, closer), third)), lost)
  const y = l.sub(closer, w)
  return { n, y, tail: l.sub(l.sub(closer, y), w) }
}

function sineKernel(l: Lanes, x: Chains, tail: Chains): Chains {
  const z = l.mul(x, x)
  const v = l.mul(z, x)
  const r = l.horner(z, SINE)
  const inner = l.sub(l.mul(z, l.sub(l.mul(0.5, tail), l.mul(v, r))), tail)
  return l.sub(x, l.sub(inner, l.mul(v, S1)))
}

function cosineKernel(l: Lanes, x: Chains, tail: Chains): Chains {
  const z = l.mul(x, x)
  const r = l.mul(z, l.horner(z, COSINE))
  const half = l.mul(0.5, z)
  const w = l.sub(1, half)
  const small = l.sub(l.mul(z, r), l.mul(x, tail))
  return l.add(w, l.add(l.sub(l.sub(1, w), half), small))
}
