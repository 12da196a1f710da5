import { cos, exp, log, sin, type Cursor } from '@ganglion/numerics'
import { historyCritic, type Atom, type Rates } from './critic.ts'
import { between, lengthOf, rbf, type Vector } from './kernel.ts'
import { linearised } from './linearised.ts'
import { play } from './play.ts'
import { anyScale, normals, whole } from './region.ts'
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
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (grows(middle)) low = middle
    else high = middle
  }
  return exp(high)
}

/** How far points are from where they should be, in widths. */
export interface Away {
  /** Largest difference of a distance from the true point. */
  readonly radius: number
  /** Largest distance of a point from its own start. */
  readonly start: number
}

/** Plays from near the ring, off by so many widths; f has converged against that start. Ends where `enough` says so. */
export function awayAfter(
  ring: Ring,
  ridge: number,
  random: Cursor,
  off: number,
  steps: number,
  enough: (away: Away) => boolean,
): Away {
  const { mass, each, width, dimensions } = ring
  const radius = radiusOf(ring)
  const start = positionsOf(ring, radius * width, random.uniform(0, 2 * Math.PI)).map((x) => {
    const nudge = normals(random, dimensions, (off * width) / Math.sqrt(dimensions))
    return x.map((c, k) => c + nudge[k]!)
  })
  const masses = start.map(() => each)
  const rates = ratesOf(ring, ridge)
  const past = start.map((at): Atom => ({ at, mass: -each / ridge }))
  const truths = [{ at: Array.from({ length: dimensions }, () => 0), mass }]
  const critic = historyCritic(rbf(width), {
    truths,
    masses,
    rates,
    start: [mass / ridge],
    past,
  })
  const away = (points: readonly Vector[]): Away => ({
    radius: Math.max(...points.map((x) => Math.abs(lengthOf(x) / width - radius))),
    start: Math.max(...points.map((x, j) => lengthOf(between(x, start[j]!)) / width)),
  })
  return away(play(critic, start, masses, rates, steps, 'old', (points) => enough(away(points))))
}
