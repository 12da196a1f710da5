import { LARGEST_ANGLE, quadrant, remainder } from './quadrant.ts'
import { cosineKernel, sineKernel } from './sine-kernels.ts'

/**
 * The cosine of x radians. Domain: |x| <= 823549; beyond it, and for NaN, the result is NaN rather
 * than a slow or a wrong one. Error: at most 1 ulp. Source: fdlibm s_cos.c.
 */
export function cos(x: number): number {
  if (!(Math.abs(x) <= LARGEST_ANGLE)) return NaN
  const n = quadrant(x)
  const r = remainder[0] ?? NaN
  const tail = remainder[1] ?? NaN
  const value = (n & 1) === 0 ? cosineKernel(r, tail) : sineKernel(r, tail)
  return ((n + 1) & 2) === 0 ? value : -value
}
