import { exp } from './exp.ts'
import { log1p } from './log1p.ts'

/**
 * log(1 + e^x). Domain: all doubles. Error: at most 3 ulp, more by the rounding of a subnormal
 * below x = -708.4. -Infinity gives 0, Infinity gives Infinity.
 */
export function softplus(x: number): number {
  return Math.max(x, 0) + log1p(exp(-Math.abs(x)))
}
