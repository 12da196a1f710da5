import type { Examined, Systems } from '@ganglion/core'
import { curvatures, type Region } from './region.ts'

/** Points start this share of a unit from the true point. */
const nearby = 1e-4

/** What regions must share to be played together: the number of points, the space and the kind of the kernel. */
export function shapeOf({ masses, truth, waves }: Region): string {
  return `${masses.length} points, ${truth.length} dimensions, ${waves ? 'waves' : 'RBF'}`
}

/** Regions of one shape as games, all points on the true one. */
export function systemsOf(
  regions: readonly Region[],
  nudges: readonly (readonly number[])[],
  limits: Pick<Systems, 'decided' | 'mostSteps'>,
): Systems {
  const { masses, truth, waves } = regions[0]!
  const dimensions = truth.length
  return {
    config: {
      target: { kind: 'points', positions: [truth.map(() => 0)], masses: [1] },
      generator: { plugin: 'points', points: masses.length, dimensions },
      discriminator: waves
        ? { plugin: 'features', features: 2 * waves.frequencies.length, dimensions }
        : // What settles stays within a few widths: so many atoms hold its way.
          { plugin: 'kernel', capacity: 600, dimensions },
      dynamics: { plugin: 'simultaneous' },
      objective: 'mean-difference',
      optimizer: 'sgd',
    },
    each: regions.map((region, k) => ({ numbers: numbersOf(region), nudge: nudges[k]! })),
    ...limits,
  }
}

function numbersOf(region: Region): Record<string, readonly number[]> {
  const { width, waves, truth, mass, masses, rates } = region
  return {
    'target.positions': truth,
    'target.masses': [mass],
    'generator.positions': masses.flatMap(() => truth),
    'generator.masses': masses,
    'discriminator.sigma': [waves ? 1 : width],
    'discriminator.lambda': [rates.ridge],
    'dynamics.generatorRate': [rates.points],
    'dynamics.discriminatorRate': [rates.critic],
    ...(waves && {
      // A wave is a cosine and a sine: K = sum of cos(w r) / 5.
      'discriminator.frequency': waves.frequencies.flatMap((w) => [...w, ...w]),
      'discriminator.phase': waves.frequencies.flatMap(() => [0, -Math.PI / 2]),
    }),
  }
}

/** How far points of a region are moved from rest, a ten-thousandth of a unit. */
export function nudgeOf(region: Region, normal: (deviation: number) => number): number[] {
  const { kernel, truth, masses } = region
  const scale = nearby / Math.sqrt(curvatures(kernel, truth.length)[1])
  return masses.flatMap(() => truth.map(() => normal(scale)))
}

/** By what factor the largest distance of a point from rest has changed. */
export function changeOf({ rest, start, end }: Examined, dimensions: number): number {
  return farthest(end, rest, dimensions) / farthest(start, rest, dimensions)
}

/** The largest distance of a point from where it started. */
export const movedBy = ({ start, end }: Examined, dimensions: number): number =>
  farthest(end, start, dimensions)

function farthest(from: readonly number[], to: readonly number[], dimensions: number): number {
  let most = 0
  for (let j = 0; j < from.length; j += dimensions) {
    let square = 0
    for (let c = j; c < j + dimensions; c++) square += (from[c]! - to[c]!) * (from[c]! - to[c]!)
    // What has diverged is far away.
    most = square <= most ? most : Number.isNaN(square) ? Infinity : square
  }
  return Math.sqrt(most)
}
