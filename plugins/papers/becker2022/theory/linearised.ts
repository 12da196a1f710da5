import { between, type Kernel, type Matrix, type Vector } from './kernel.ts'
import type { Atom, Rates } from './critic.ts'

/** A game at rest: true points, generated points, and the discriminator that converged against both. */
export interface Rest {
  readonly kernel: Kernel
  readonly truths: readonly Atom[]
  readonly points: readonly Atom[]
  readonly rates: Rates
}

/**
 * One step of equation 12 about an equilibrium, as a matrix: rows and columns are first h_j, the change of the slope of f at
 * each point while it stands still, then the change of each point; d numbers a point. Changes of f that no point feels only fade,
 * by 1 - eta_d lambda.
 */
export function linearised({ kernel, truths, points, rates }: Rest): Float64Array[] {
  const d = points[0]!.at.length
  const half = points.length * d
  const rows = Array.from({ length: 2 * half }, () => new Float64Array(2 * half))
  points.forEach((point, j) => {
    const bent = curvature({ kernel, truths, points, rates }, point.at)
    points.forEach((other, l) => {
      const felt = kernel.mixed(between(point.at, other.at))
      for (let a = 0; a < d; a++)
        for (let b = 0; b < d; b++)
          rows[j * d + a]![half + l * d + b]! -= rates.critic * other.mass * felt[a]![b]!
    })
    for (let a = 0; a < d; a++) {
      const row = rows[half + j * d + a]!
      rows[j * d + a]![j * d + a]! += 1 - rates.critic * rates.ridge
      row[half + j * d + a]! += 1
      row[j * d + a]! += rates.points * point.mass
      for (let b = 0; b < d; b++) row[half + j * d + b]! += rates.points * point.mass * bent[a]![b]!
    }
  })
  return rows
}

/** Second derivatives in x of the converged discriminator f* = (1 / lambda) (sum of p K - sum of p~ K). */
function curvature({ kernel, truths, points, rates }: Rest, x: Vector): Matrix {
  const all = [...truths, ...points.map(({ at, mass }) => ({ at, mass: -mass }))]
  const sum = x.map(() => x.map(() => 0))
  for (const { at, mass } of all)
    kernel
      .mixed(between(x, at))
      .forEach((row, a) => row.forEach((c, b) => (sum[a]![b]! -= (mass * c) / rates.ridge)))
  return sum
}
