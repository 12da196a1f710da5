import { assignment } from './assignment.ts'
import { distance, requirePoints, squaredDistance, type PointMasses } from './point-masses.ts'
import { requireMasses, transport } from './transport.ts'

/** The order of a Wasserstein distance. */
export type WassersteinOrder = 1 | 2

/**
 * The Wasserstein distance of order 1 or 2 between point masses in any dimension, over Euclidean distances: the root of order
 * p of the least sum of mass times distance^p over all transports. Exact but for rounding: on a line by its closed form, of equally
 * many equal masses by assignment, otherwise by transport. Unit of x; Infinity when a squared distance overflows.
 * Throws a RangeError for no points, unequal dimensions, coordinates or masses that are not finite, and unequal totals of mass.
 * Source: Peyre and Cuturi 2019, sec. 2.
 */
export function wasserstein(
  target: PointMasses,
  generated: PointMasses,
  order: WassersteinOrder,
): number {
  const dimensions = requirePoints(target, generated)
  requireMasses(target.masses, generated.masses)
  const raised =
    dimensions === 1 ? onLine(target, generated, order) : inSpace(target, generated, order)
  return order === 1 ? raised : Math.sqrt(raised)
}

/** On a line mass goes in order: of a convex cost no crossing pays. */
function onLine(target: PointMasses, generated: PointMasses, order: WassersteinOrder): number {
  const [from, to] = [sorted(target), sorted(generated)]
  let [i, j, sum] = [0, 0, 0]
  let [left, room] = [from[0]!.mass, to[0]!.mass]
  for (;;) {
    const moved = Math.min(left, room)
    const apart = Math.abs(from[i]!.at - to[j]!.at)
    if (moved > 0) sum += moved * (order === 1 ? apart : apart * apart)
    left -= moved
    room -= moved
    if (left === 0) {
      i += 1
      if (i === from.length) return sum
      left = from[i]!.mass
    }
    if (room === 0) {
      j += 1
      if (j === to.length) return sum
      room = to[j]!.mass
    }
  }
}

function sorted({ positions, masses }: PointMasses): { at: number; mass: number }[] {
  return Array.from(masses, (mass, j) => ({ at: positions[j]![0]!, mass })).sort(
    (a, b) => a.at - b.at,
  )
}

function inSpace(target: PointMasses, generated: PointMasses, order: WassersteinOrder): number {
  const [rows, columns] = [target.masses.length, generated.masses.length]
  const apart = order === 1 ? distance : squaredDistance
  const costs = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const cost = apart(target.positions[i]!, generated.positions[j]!)
      if (cost === Infinity) return Infinity
      costs[i * columns + j] = cost
    }
  let sum = 0
  if (rows === columns && uniform(target) && uniform(generated)) {
    assignment(costs, rows).forEach((column, row) => (sum += costs[row * columns + column]!))
    return sum * target.masses[0]!
  }
  const flow = transport(target.masses, generated.masses, costs)
  for (let k = 0; k < flow.length; k++) sum += flow[k]! * costs[k]!
  return sum
}

function uniform({ masses }: PointMasses): boolean {
  for (let j = 1; j < masses.length; j++) if (masses[j] !== masses[0]) return false
  return true
}
