import { expm1 } from './expm1.ts'

/**
 * The hyperbolic tangent. Domain: all doubles. Error: at most 3 ulp. From |x| = 22 on the result
 * is exactly 1 or -1; -0 gives -0, NaN gives NaN. Source: fdlibm s_tanh.c.
 */
export function tanh(x: number): number {
  const a = Math.abs(x)
  if (a >= 22) return x > 0 ? 1 : -1
  if (a < 2.7755575615628914e-17) return x
  if (a >= 1) {
    const value = 1 - 2 / (expm1(2 * a) + 2)
    return x > 0 ? value : -value
  }
  const t = expm1(-2 * a)
  const value = -t / (t + 2)
  return x < 0 ? -value : value
}
