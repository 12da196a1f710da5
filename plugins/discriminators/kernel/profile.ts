import { exp, max, num, sqrt, square, type Expr } from '@ganglion/calculus'
import { PlanError } from '@ganglion/core'

/** Kernels by name; the first is the default. Each is 1 where two points coincide. */
export const kernels = ['rbf', 'laplacian', 'rational-quadratic'] as const

/** Widths that are summed (becker2022, eq. 28), by name; the first is the default. */
export const widths = ['one', 'decades'] as const

/** The word of a kernel. */
export type KernelWord = (typeof kernels)[number]

/** The word of a set of widths. */
export type WidthsWord = (typeof widths)[number]

/** The widths of a word, in units of sigma. */
export const scalesOf = (word: WidthsWord): readonly number[] =>
  word === 'one' ? [1] : [0.1, 1, 10]

/** What a kernel is made of. */
export interface KernelSettings {
  readonly kernel: KernelWord
  readonly widths: WidthsWord
  readonly sigma: Expr
}

/**
 * E K(x, y) of points at a squared distance, where both are spread by normal laws of so much variance between them (null for
 * points that are not spread); sums of widths are sums of kernels.
 */
export function kernelAt(
  squared: Expr,
  variance: Expr | null,
  { kernel, widths: word, sigma }: KernelSettings,
): Expr {
  const profile = variance ? spreadProfile(kernel, variance) : profiles[kernel]
  return scalesOf(word)
    .map((scale) => profile(squared, sigma.times(scale)))
    .reduce((a, b) => a.plus(b))
}

type Profile = (squared: Expr, width: Expr) => Expr

/** K by squared distance and width. */
const profiles: Readonly<Record<KernelWord, Profile>> = {
  // exp(-r^2 / (2 s^2)), becker2022, eq. 7
  rbf: (squared, width) => exp(squared.times(num(-0.5).over(square(width)))),
  // exp(-r / s): a cusp at 0, where the floor makes its slope 0
  laplacian: (squared, width) => exp(sqrt(max(squared, 1e-24)).times(num(-1).over(width))),
  // 1 / (1 + r^2 / (2 s^2))
  'rational-quadratic': (squared, width) =>
    num(1).over(squared.times(num(0.5).over(square(width))).plus(1)),
}

/** The mean of a kernel over normal laws on the line: known in closed form for the RBF, whose width they widen. */
function spreadProfile(kernel: KernelWord, variance: Expr): Profile {
  if (kernel !== 'rbf')
    throw new PlanError(
      `kernel ${kernel} has no closed form against a mixture. Use kernel rbf, or a generator and a target of points.`,
    )
  return (squared, width) => {
    const wide = square(width).plus(variance)
    return exp(squared.times(num(-0.5).over(wide))).times(width.over(sqrt(wide)))
  }
}
