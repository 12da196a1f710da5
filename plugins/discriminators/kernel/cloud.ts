import { num, square, sum, type Axis, type Expr, type Position, type Vec } from '@ganglion/calculus'
import { PlanError, type MeasureForm } from '@ganglion/core'
import { kernelAt, type KernelSettings } from './profile.ts'

/**
 * A signed measure: so much stands at each place, spread by a normal law of so much variance, or not at all (null). The
 * function that it makes is sum_n weight_n K(., place_n).
 */
export interface Cloud {
  /** What it runs over; null for one place. */
  readonly axis: Axis | null
  readonly weight: (n: Position) => Expr
  readonly place: (n: Position, c: Position) => Expr
  readonly variance: ((n: Position) => Expr) | null
}

/** One place of weight 1. */
export const placeOf = (x: Vec): Cloud => ({
  axis: null,
  weight: () => num(1),
  place: (_, c) => x(c),
  variance: null,
})

/** A law with weights of one's own at its places. */
export function cloudOf(law: MeasureForm, weights: Vec): Cloud {
  const [axis] = weights.axes
  const weight = (n: Position): Expr => weights(n)
  if (law.kind === 'points')
    return { axis, weight, place: (n, c) => law.positions(n, c), variance: null }
  return { axis, weight, place: (n) => law.means(n), variance: () => square(law.deviation) }
}

/**
 * <f, g> of the functions that two clouds make, sum_n sum_m a_n b_m K(x_n, y_m): the value of f where g is one place, its
 * expectation where g is a law, the square of its norm where g is f.
 */
export function product(f: Cloud, g: Cloud, space: Axis, settings: KernelSettings): Expr {
  if ((f.variance ?? g.variance) && space.size !== 1)
    throw new PlanError(
      `a mixture lives on the line, the kernel here has ${space.size} dimensions: set discriminator.dimensions to 1.`,
    )
  const pair = (n: Position, m: Position): Expr => {
    const squared = sum(space, (c) => square(f.place(n, c).minus(g.place(m, c))))
    const [v, w] = [f.variance?.(n), g.variance?.(m)]
    const variance = v && w ? v.plus(w) : (v ?? w ?? null)
    return f
      .weight(n)
      .times(g.weight(m))
      .times(kernelAt(squared, variance, settings))
  }
  const over = (axis: Axis | null, term: (n: Position) => Expr): Expr =>
    axis ? sum(axis, term) : term(0)
  return over(f.axis, (n) => over(g.axis, (m) => pair(n, m)))
}
