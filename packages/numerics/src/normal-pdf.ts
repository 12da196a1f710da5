import { gaussian } from './gaussian.ts'

const ONE_OVER_SQRT_2_PI = 0.39894228040143267794

/**
 * The density of the standard normal law. Domain: all doubles. Error: at most 4 ulp where the
 * result is normal (|x| <= 37.5); beyond it is 0.
 */
export function normalPdf(x: number): number {
  return gaussian(x, ONE_OVER_SQRT_2_PI)
}
