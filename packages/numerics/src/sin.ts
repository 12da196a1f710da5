import { LARGEST_ANGLE, quadrant, remainder } from './quadrant.ts'
import { cosineKernel, sineKernel } from './sine-kernels.ts'

/**
 * The sine of x radians. Domain: |x| <= 823549; beyond it, and for NaN, the result is NaN rather
 * than a slow or a wrong one. Error: at most 1 ulp. -0 gives -0. Source: fdlibm s_sin.c.
 */
export function sin(x: number): number {
  if (!(Math.abs(x) <= LARGEST_ANGLE)) return NaN
  if (Math.abs(x) < 7.450580596923828e-9) return x
  const n = quadrant(x)
  const r = remainder[0] ?? NaN
  const tail = remainder[1] ?? NaN
  const value = (n & 1) === 0 ? sineKernel(r, tail) : cosineKernel(r, tail)
  return (n & 2) === 0 ? value : -value
}
