import type { Systems } from '@ganglion/core'
import { cos, exp, log, sin, type Cursor } from '@ganglion/numerics'
import type { Rates } from './critic.ts'
import { lengthOf, rbf } from './kernel.ts'
import { linearised } from './linearised.ts'
import { anyScale, whole } from './region.ts'
import { growthExponent } from './spectral-radius.ts'

/** Generated points of equal mass on a ring about a true point at the origin, against the RBF kernel. */
export interface Ring {
  readonly points: 2 | 3
  readonly dimensions: number
  /** p, the mass of the true point. */
  readonly mass: number
  /** q, the mass of each generated point. */
  readonly each: number
  readonly width: number
  /** mu = eta_g / eta_d. */
  readonly pace: number
}

/** The radius at rest, in widths: u^2 = (2/3) ln(2 q / p) for two points, ln(3 q / p) for three. */
export function radiusOf({ points, mass, each }: Ring): number {
  return Math.sqrt(points === 2 ? (2 / 3) * log((2 * each) / mass) : log((3 * each) / mass))
}

/** A ring with an excess of generated mass. */
export function drawRing(random: Cursor, points: 2 | 3): Ring {
  const mass = random.uniform(0.1, 1)
  return {
    points,
    dimensions: points === 2 ? whole(random, 1, 3) : 2,
    mass,
    each: (mass / points) * random.uniform(1.2, 2.8),
    width: anyScale(random, 0.1, 10),
    pace: anyScale(random, 0.1, 10),
  }
}

/** Points on the ring at this radius, the first in a given direction of the first two coordinates. */
export function positionsOf({ points, dimensions }: Ring, radius: number, turned = 0): number[][] {
  return Array.from({ length: points }, (_, j) => {
    const angle = turned + (2 * Math.PI * j) / points
    if (dimensions === 1) return [j === 0 ? radius : -radius]
    const rest = Array.from({ length: dimensions - 2 }, () => 0)
    return [radius * cos(angle), radius * sin(angle), ...rest]
  })
}

/** Rates at a ridge: eta_d forgets a tenth a step, and eta_g = mu eta_d. */
function ratesOf({ pace }: Ring, ridge: number): Rates {
  const critic = 0.1 / ridge
  return { ridge, critic, points: pace * critic }
}

/**
 * The growth exponent of one step about the ring. To turn it as a whole is free, an eigenvalue of 1 for each plane: these are
 * taken out (Wielandt: A - v u' with A v = v and u' v = 1 has 0 in the place of that 1).
 */
export function ringExponent(ring: Ring, ridge: number): number {
  const { mass, each, width, dimensions } = ring
  const positions = positionsOf(ring, radiusOf(ring) * width)
  const rates = ratesOf(ring, ridge)
  const step = linearised({
    kernel: rbf(width),
    truths: [{ at: Array.from({ length: dimensions }, () => 0), mass }],
    points: positions.map((at) => ({ at, mass: each })),
    rates,
  })
  for (let other = 1; other < dimensions; other++) {
    const turned = positions.flatMap((x) =>
      x.map((_, c) => (c === 0 ? -x[other]! : c === other ? x[0]! : 0)),
    )
    takeOut(step, turned, rates)
  }
  return growthExponent(step)
}

/** Takes out the eigenvalue 1 of the direction in which points move so and f follows them. */
function takeOut(step: Float64Array[], moved: readonly number[], { critic, ridge }: Rates): void {
  const half = moved.length
  const felt = step.slice(0, half).map((row) => {
    const change = moved.reduce((sum, x, k) => sum + row[half + k]! * x, 0)
    return change / (critic * ridge)
  })
  const direction = [...felt, ...moved]
  const size = direction.reduce((sum, x) => sum + x * x, 0)
  step.forEach((row, i) => {
    for (let k = 0; k < row.length; k++) row[k]! -= (direction[i]! * direction[k]!) / size
  })
}

/** The critical lambda: the ring is unstable below and stable above. NaN where the search finds no change. */
export function criticalRidge(ring: Ring): number {
  const unit = (Math.sqrt(ring.pace) * ring.each) / ring.width
  let [low, high] = [log(unit / 1000), log(unit * 1000)]
  const grows = (at: number): boolean => ringExponent(ring, exp(at)) > 0
  if (!grows(low) || grows(high)) return NaN
  while (high - low > 1e-7) {
    const middle = (low + high) / 2
    if (grows(middle)) low = middle
    else high = middle
  }
  return exp(high)
}

/** Rings of one shape as games that start at rest, each at a ridge of its own; the history has room for so many atoms. */
export function ringSystems(
  rings: readonly {
    readonly ring: Ring
    readonly ridge: number
    readonly nudge: readonly number[]
  }[],
  limits: Pick<Systems, 'decided' | 'mostSteps'>,
  capacity: number,
): Systems {
  const { points, dimensions } = rings[0]!.ring
  const origin = Array.from({ length: dimensions }, () => 0)
  return {
    config: {
      target: { kind: 'points', positions: [origin], masses: [1] },
      generator: { plugin: 'points', points, dimensions },
      discriminator: { plugin: 'kernel', capacity, dimensions },
      dynamics: { plugin: 'simultaneous' },
      objective: 'mean-difference',
      optimizer: 'sgd',
    },
    each: rings.map(({ ring, ridge, nudge }) => {
      const rates = ratesOf(ring, ridge)
      return {
        nudge,
        numbers: {
          'target.positions': origin,
          'target.masses': [ring.mass],
          'generator.positions': positionsOf(ring, radiusOf(ring) * ring.width).flat(),
          'generator.masses': Array.from({ length: points }, () => ring.each),
          'discriminator.sigma': [ring.width],
          'discriminator.lambda': [ridge],
          'dynamics.generatorRate': [rates.points],
          'dynamics.discriminatorRate': [rates.critic],
        },
      }
    }),
    ...limits,
  }
}

/** The largest difference of a distance from the true point from the radius at rest, in widths. */
export function offRadius(ring: Ring, positions: readonly number[]): number {
  const { dimensions, width } = ring
  let most = 0
  for (let j = 0; j < positions.length; j += dimensions) {
    const r = lengthOf(positions.slice(j, j + dimensions))
    most = Math.max(most, Math.abs(r / width - radiusOf(ring)))
  }
  return most
}
