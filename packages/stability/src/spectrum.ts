import { eigenvalues, modulus, type Complex, type Eigenvalue } from './eigenvalues.ts'

/**
 * What a linearised step does with a small displacement. `stable`: it shrinks. `unstable`: it grows. `rotating`: it goes
 * round for ever, neither growing nor shrinking. `critical`: it stays, or changes its sign each time; terms of higher order
 * decide.
 */
export type StabilityVerdict = 'stable' | 'unstable' | 'rotating' | 'critical'

/** The eigenvalues of a step, and what follows from them. */
export interface Spectrum {
  /** The greatest modulus first. */
  readonly eigenvalues: readonly Eigenvalue[]
  /** The greatest modulus. */
  readonly radius: number
  readonly verdict: StabilityVerdict
  /** The one that the verdict speaks of; of a conjugate pair the upper one. */
  readonly leading: Complex
  /** Eigenvalues that are 1: directions in which the step stands still. */
  readonly neutral: number
  /** The greatest modulus of the others; 0 where there are none. */
  readonly movingRadius: number
  /** How far rounding may have moved the leading eigenvalue: much where eigenvalues meet in one eigenvector. */
  readonly uncertainty: number
}

/**
 * Judges the eigenvalues of a step, each known no better than `slack`. Throws a RangeError for a step of no coordinates.
 */
export function spectrumOf(jacobian: readonly ArrayLike<number>[], slack = 0): Spectrum {
  if (jacobian.length === 0) throw new RangeError('a step of no coordinates has no eigenvalues')
  return spectrumFrom(eigenvalues(jacobian).map((z) => ({ ...z, doubt: Math.max(z.doubt, slack) })))
}

/** What follows from eigenvalues, the greatest modulus first; there is at least one. */
export function spectrumFrom(all: readonly Eigenvalue[]): Spectrum {
  const moving = all.filter(({ re, im, doubt }) => modulus({ re: re - 1, im }) > doubt)
  const { re, im, doubt } = leadingOf(all)
  return {
    eigenvalues: all,
    radius: modulus(all[0]!),
    verdict: verdictOf({ re, im, doubt }),
    leading: { re, im: Math.abs(im) },
    neutral: all.length - moving.length,
    movingRadius: moving.length > 0 ? modulus(moving[0]!) : 0,
    uncertainty: doubt,
  }
}

/** One that certainly grows, else one on the circle that turns, else the greatest. */
function leadingOf(all: readonly Eigenvalue[]): Eigenvalue {
  const growing = all.find((z) => verdictOf(z) === 'unstable')
  return growing ?? all.find((z) => verdictOf(z) === 'rotating') ?? all[0]!
}

function verdictOf(z: Eigenvalue): StabilityVerdict {
  const size = modulus(z)
  if (size > 1 + z.doubt) return 'unstable'
  if (size < 1 - z.doubt) return 'stable'
  return Math.abs(z.im) > z.doubt ? 'rotating' : 'critical'
}
