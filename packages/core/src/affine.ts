import { array, dependsOn, evaluate, gradient, num, symbolOf, type Expr } from '@ganglion/calculus'
import { PlanError } from './plan-error.ts'

/** Values of D between which a step of f would show. */
const probes = [-7.3, -1.9, -0.4, 0, 0.6, 1, 2.2, 9.1]

/**
 * f itself if it is affine, for a family whose expectation in closed form is f(E D): that is E f(D) for affine f only.
 * Throws a PlanError for every other f, so that a curved objective is refused rather than judged wrongly.
 */
export function affine(f: (value: Expr) => Expr): (value: Expr) => Expr {
  const value = array('value', [])
  const [slope] = gradient(f(value), [value])
  if (!dependsOn(slope as Expr, symbolOf(value)) && !hasStep(f)) return f
  throw new PlanError(
    'this discriminator knows E f(D) under a mixture for affine f only, and the objective is curved. Use an affine one (mean-difference), or write expectation.mixture for any f.',
  )
}

/** Whether f leaves the line through its values at 0 and 1. */
function hasStep(f: (value: Expr) => Expr): boolean {
  const at = (t: number): number => evaluate(f(num(t)), {}) as number
  const [start, rise] = [at(0), at(1) - at(0)]
  const size = 1 + Math.abs(start) + Math.abs(rise)
  return probes.some((t) => Math.abs(at(t) - start - rise * t) > 1e-9 * size)
}
