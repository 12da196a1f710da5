import { exp, max, num, sqrt, square, type Expr } from '@ganglion/calculus'
import { PlanError } from '@ganglion/core'

/** Kernels by name, each 1 where two points coincide; the first is the default. */
const single = ['rbf', 'laplacian', 'rational-quadratic'] as const

/** A kernel that is no sum. */
export type Kernel = (typeof single)[number]

/** The word of a kernel or of a sum of some: `rbf`, `rbf+laplacian`. */
export type KernelWord = Kernel | `${Kernel}+${Kernel}` | `${Kernel}+${Kernel}+${Kernel}`

/** Every kernel, then every sum of some, each in the order of the list. */
export const kernels = single
  .reduce<readonly Kernel[][]>(
    (sets, kernel) => [...sets, ...sets.map((set) => [...set, kernel])],
    [[]],
  )
  .filter((set) => set.length > 0)
  .sort((a, b) => a.length - b.length)
  .map((set) => set.join('+')) as readonly string[] as readonly [KernelWord, ...KernelWord[]]

/** The kernels that a word sums. */
export const kernelsOf = (word: KernelWord): readonly Kernel[] => word.split('+') as Kernel[]

/** Widths that are summed (becker2022, eq. 28), by name; the first is the default. */
export const widths = ['one', 'decades', 'octaves', 'half-decades'] as const

/** The word of a set of widths. */
export type WidthsWord = (typeof widths)[number]

/** Half a decade. */
const half = Math.sqrt(10)

/** The widths of each word, in units of sigma. */
const scales: Readonly<Record<WidthsWord, readonly number[]>> = {
  one: [1],
  decades: [0.1, 1, 10],
  octaves: [0.5, 1, 2],
  'half-decades': [0.1, 1 / half, 1, half, 10],
}

/** The widths of a word, in units of sigma. */
export const scalesOf = (word: WidthsWord): readonly number[] => scales[word]

/** What a kernel is made of. */
export interface KernelSettings {
  readonly kernel: KernelWord
  readonly widths: WidthsWord
  readonly sigma: Expr
}

/**
 * E K(x, y) of points at a squared distance, where both are spread by normal laws of so much variance between them (null for
 * points that are not spread): the sum over every kernel and every width of the words. Throws a PlanError where points are
 * spread and a kernel of the sum has no closed form.
 */
export function kernelAt(
  squared: Expr,
  variance: Expr | null,
  { kernel: word, widths: sum, sigma }: KernelSettings,
): Expr {
  return kernelsOf(word)
    .flatMap((kernel) => {
      const profile = variance ? spreadProfile(kernel, word, variance) : profiles[kernel]
      return scalesOf(sum).map((scale) => profile(squared, sigma.times(scale)))
    })
    .reduce((a, b) => a.plus(b))
}

type Profile = (squared: Expr, width: Expr) => Expr

/** K by squared distance and width. */
const profiles: Readonly<Record<Kernel, Profile>> = {
  // exp(-r^2 / (2 s^2)), becker2022, eq. 7
  rbf: (squared, width) => exp(squared.times(num(-0.5).over(square(width)))),
  // exp(-r / s): a cusp at 0, where the floor makes its slope 0
  laplacian: (squared, width) => exp(sqrt(max(squared, 1e-24)).times(num(-1).over(width))),
  // 1 / (1 + r^2 / (2 s^2))
  'rational-quadratic': (squared, width) =>
    num(1).over(squared.times(num(0.5).over(square(width))).plus(1)),
}

/** The mean of a kernel over normal laws on the line: known in closed form for the RBF, whose width they widen. */
function spreadProfile(kernel: Kernel, word: KernelWord, variance: Expr): Profile {
  if (kernel !== 'rbf') {
    const part = word === kernel ? '' : `, so ${word} has none`
    throw new PlanError(
      `kernel ${kernel} has no closed form against a mixture${part}. Use kernel rbf, or a generator and a target of points.`,
    )
  }
  return (squared, width) => {
    const wide = square(width).plus(variance)
    return exp(squared.times(num(-0.5).over(wide))).times(width.over(sqrt(wide)))
  }
}
