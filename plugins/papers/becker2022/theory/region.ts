import { cursor, exp, log, stream, type Cursor } from '@ganglion/numerics'
import type { Rates } from './critic.ts'
import { rbf, waveKernel, type Kernel, type Matrix, type Vector, type Waves } from './kernel.ts'
import { linearised } from './linearised.ts'
import { growthExponent } from './spectral-radius.ts'

/** An isolated region: one true point, and the generated points about it. */
export interface Region {
  readonly kernel: Kernel
  /** Width of the RBF; the inverse of the usual frequency of waves. */
  readonly width: number
  /** Present where the kernel is one of finitely many features. */
  readonly waves?: Waves
  readonly truth: Vector
  /** p, the mass of the true point. */
  readonly mass: number
  /** p~, the masses of the generated points. */
  readonly masses: Vector
  readonly rates: Rates
}

/** What a drawn region must be like. */
export interface Wanted {
  readonly points: number
  /** Delta as a share of p. */
  readonly excess: number
  /** mu p~ k x / lambda^2, with x the excess, or p~ where that is zero: how fast points move beside how fast f forgets. */
  readonly pace: number
}

/** Random numbers of one case of a claim: the same for the same seed, name and case. */
export function chance(seed: number, name: string, index: number): Cursor {
  return cursor(stream(seed, `becker2022.${name}`), index)
}

/** Uniform in the logarithm. */
export const anyScale = (random: Cursor, low: number, high: number): number =>
  exp(random.uniform(log(low), log(high)))

/** A whole number from low to high. */
export const whole = (random: Cursor, low: number, high: number): number =>
  low + Math.floor(random.uniform(0, high - low + 1))

/** So many normal numbers. */
export const normals = (random: Cursor, count: number, deviation = 1): number[] =>
  Array.from({ length: count }, () => random.normal(0, deviation))

/** A region at random: RBF in one to three dimensions, or five random waves in two, as likely. */
export function drawRegion(random: Cursor, { points, excess, pace }: Wanted): Region {
  const mass = random.uniform(0.1, 1)
  const shares = Array.from({ length: points }, () => random.uniform(0.5, 1.5))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const masses = shares.map((share) => (share / all) * mass * (1 - excess))
  const width = anyScale(random, 0.3, 3)
  const waves = random.uniform() < 0.5 ? drawWaves(random, width) : undefined
  const kernel = waves ? waveKernel(waves) : rbf(width)
  const d = waves ? 2 : whole(random, 1, 3)
  const ridge = anyScale(random, 0.1, 10)
  const most = Math.max(...masses)
  const moved = excess === 0 ? most : Math.abs(excess) * mass
  const [, k2] = curvatures(kernel, d)
  const critic = 0.04 / ridge
  const rates = { ridge, critic, points: (critic * pace * ridge * ridge) / (most * moved * k2) }
  return small({
    kernel,
    width,
    ...(waves ? { waves } : {}),
    truth: normals(random, d),
    mass,
    masses,
    rates,
  })
}

function drawWaves(random: Cursor, width: number): Waves {
  const frequencies = Array.from({ length: 5 }, () => normals(random, 2, 1 / width))
  // Of equal weight, as random features are: a cosine and a sine of height sqrt(2 / 10) each.
  return { frequencies, weights: frequencies.map(() => 0.2) }
}

/** The least and the largest of the eigenvalues of d2K / dx dx' at r = 0, in one or two dimensions or for an isotropic kernel. */
export function curvatures(kernel: Kernel, d: number): readonly [number, number] {
  const k: Matrix = kernel.mixed(Array.from({ length: d }, () => 0))
  if (d !== 2) return [k[0]![0]!, k[0]![0]!]
  const [[a, b], [, c]] = k as [[number, number], [number, number]]
  const root = Math.sqrt((a - c) * (a - c) + 4 * b * b)
  return [(a + c - root) / 2, (a + c + root) / 2]
}

/** Delta = p - sum of p~. */
export const excessOf = ({ mass, masses }: Region): number =>
  masses.reduce((rest, one) => rest - one, mass)

/** The growth exponent of one step, linearised where all points lie on the true one. */
export function exponentOf({ kernel, truth, mass, masses, rates }: Region): number {
  const points = masses.map((one) => ({ at: truth, mass: one }))
  return growthExponent(linearised({ kernel, truths: [{ at: truth, mass }], points, rates }))
}

/** eta_d (and eta_g with it, mu fixed) halved until that changes the exponent per eta_d by less than a tenth: the "sufficiently small step". */
function small(region: Region): Region {
  const { rates } = region
  const half = {
    ...region,
    rates: { ...rates, critic: rates.critic / 2, points: rates.points / 2 },
  }
  const [whole, halved] = [exponentOf(region), 2 * exponentOf(half)]
  return Math.abs(whole - halved) <= 0.1 * Math.abs(halved) || rates.critic * rates.ridge < 0.002
    ? region
    : small(half)
}

/** A region in words. */
export const told = ({ kernel, mass, masses, rates }: Region): string =>
  `${kernel.name}, p = ${mass}, p~ = ${masses.join(', ')}, ${JSON.stringify(rates)}`
