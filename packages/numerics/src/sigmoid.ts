import { exp } from './exp.ts'

/**
 * The logistic function 1 / (1 + e^-x). Domain: all doubles. Error: at most 3 ulp in both tails,
 * more by the rounding of a subnormal below x = -708.4. -Infinity gives 0, Infinity gives 1.
 */
export function sigmoid(x: number): number {
  const e = exp(-Math.abs(x))
  return (x < 0 ? e : 1) / (1 + e)
}
