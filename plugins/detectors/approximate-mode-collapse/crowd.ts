import type { PointsValues } from '@ganglion/core'
import { distance, nearestPoint } from '@ganglion/numerics'

/** The generated points that are near one true point, when they are two or more and weigh more than it does. */
export interface Crowd {
  /** Which true point, and how many generated ones. */
  readonly point: number
  readonly held: number
  /** The mass of the true point less theirs: below 0. */
  readonly excess: number
  /** How far from the true point the farthest of them is, unit of x. */
  readonly spread: number
  /** Their centre of mass. */
  readonly centre: readonly number[]
}

/** Masses that differ by no more than this are equal. */
const rounding = 1e-9

/** The smallest distance between two true points; Infinity when there is one. */
export function separationOf({ positions }: PointsValues): number {
  let least = Infinity
  for (let i = 1; i < positions.length; i++)
    for (let j = 0; j < i; j++) least = Math.min(least, distance(positions[i]!, positions[j]!))
  return least
}

/** The crowds within a distance, in the order of true points: a generated point counts for the nearest one. */
export function crowdsWithin(
  target: PointsValues,
  generated: PointsValues,
  limit: number,
): readonly Crowd[] {
  const near: number[][] = target.positions.map(() => [])
  generated.positions.forEach((place, j) => {
    const { index, apart } = nearestPoint(target.positions, place)
    if (apart <= limit) near[index]!.push(j)
  })
  return near.flatMap((held, point) => {
    let mass = 0
    for (const j of held) mass += generated.masses[j]!
    const excess = target.masses[point]! - mass
    if (held.length < 2 || excess > -rounding) return []
    const at = target.positions[point]!
    const spread = held.reduce((far, j) => Math.max(far, distance(generated.positions[j]!, at)), 0)
    const centre = at.map((_, axis) =>
      held.reduce(
        (sum, j) => sum + (generated.masses[j]! / mass) * generated.positions[j]![axis]!,
        0,
      ),
    )
    return [{ point, held: held.length, excess, spread, centre }]
  })
}
