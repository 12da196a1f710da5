import { expm1 } from './expm1.ts'
import { requirePoints, squaredDistance, type PointMasses } from './point-masses.ts'
import { requireMasses } from './transport.ts'

/** Kernels by name, each of u = |x - y| / sigma: exp(-u^2 / 2), exp(-u), 1 / (1 + u^2 / 2). */
export const discrepancyKernels = ['rbf', 'laplacian', 'rational-quadratic'] as const

/** The word of a kernel. */
export type DiscrepancyKernel = (typeof discrepancyKernels)[number]

/** K - 1 by squared distance and width: nothing cancels where points are near. */
const below1: Readonly<Record<DiscrepancyKernel, (squared: number, sigma: number) => number>> = {
  rbf: (squared, sigma) => expm1(-squared / (2 * sigma * sigma)),
  laplacian: (squared, sigma) => expm1(-Math.sqrt(squared) / sigma),
  // -h / (1 + h), written so that an infinite distance gives -1.
  'rational-quadratic': (squared, sigma) => -1 / (1 + (2 * sigma * sigma) / squared),
}

/**
 * The maximum mean discrepancy of point masses for a sum of kernels (Gaussian where none is named), one for each width:
 * the root of sum a_i a_j k(x_i, x_j), where a is the target's mass less the generated one. No unit, from 0 to
 * sqrt(2 widths); exactly 0 for equal laws, in any order of their points. Below about 1e-8 it is rounding.
 * Throws a RangeError for widths that are not positive, and those of `wasserstein`.
 * Source: Gretton et al. 2012, lemma 6; becker2022, eq. 3 and 28.
 */
export function kernelDiscrepancy(
  target: PointMasses,
  generated: PointMasses,
  sigmas: readonly number[],
  kernel: DiscrepancyKernel = 'rbf',
): number {
  requirePoints(target, generated)
  requireMasses(target.masses, generated.masses)
  for (const sigma of sigmas)
    if (!(sigma > 0)) throw new RangeError(`sigmas: expected widths above 0, got ${sigma}`)
  const { places, masses } = difference(target, generated)
  let sum = 0
  for (let i = 0; i < places.length; i++)
    for (let j = 0; j < i; j++) {
      if (masses[i] === 0 || masses[j] === 0) continue
      const squared = squaredDistance(places[i]!, places[j]!)
      // The masses of the difference sum to 0, so k - 1 serves as well as k, and nothing cancels where points are near.
      let value = 0
      for (const sigma of sigmas) value += below1[kernel](squared, sigma)
      sum += 2 * masses[i]! * masses[j]! * value
    }
  return Math.sqrt(Math.max(0, sum))
}

/** Where the laws differ, and by how much: points at one place count as one. */
function difference(target: PointMasses, generated: PointMasses) {
  const places: ArrayLike<number>[] = []
  const masses: number[] = []
  const put = (place: ArrayLike<number>, mass: number): void => {
    let at = 0
    while (at < places.length && !samePlace(places[at]!, place)) at++
    places[at] = place
    masses[at] = (masses[at] ?? 0) + mass
  }
  for (let j = 0; j < target.masses.length; j++) put(target.positions[j]!, target.masses[j]!)
  for (let j = 0; j < generated.masses.length; j++)
    put(generated.positions[j]!, -generated.masses[j]!)
  return { places, masses }
}

function samePlace(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}
