import type { Observation } from './frame.ts'
import type { PointsValues } from './measure.ts'
import { list, type Reading } from './reading.ts'

/** Masses that sum to 1 by rounding are a law's. */
const rounding = 1e-6

/**
 * The point masses that an observation tells under a prefix (`target`, `generator`): `positions`, row-major, a row a point, and
 * `masses`. Null where numbers lack or are not finite, where positions are no multiple of masses, and where masses are no law's.
 */
export function toldPoints({ signals }: Observation, owner: string): PointsValues | null {
  return pointsOf(signals[`${owner}.positions`], signals[`${owner}.masses`])
}

/** The point masses of two readings: positions, row-major, a row a point, and masses; null as for `toldPoints`. */
export function pointsOf(
  positionsRead: Reading | undefined,
  massesRead: Reading | undefined,
): PointsValues | null {
  const numbers = list(positionsRead)
  const masses = list(massesRead)
  const dimensions = numbers.length / masses.length
  if (masses.length === 0 || numbers.length === 0 || !Number.isInteger(dimensions)) return null
  let total = 0
  for (let j = 0; j < masses.length; j++) {
    if (!Number.isFinite(masses[j]) || masses[j]! < 0) return null
    total += masses[j]!
  }
  if (Math.abs(total - 1) > rounding) return null
  for (let k = 0; k < numbers.length; k++) if (!Number.isFinite(numbers[k])) return null
  const positions = masses.map((_, j) => numbers.slice(j * dimensions, (j + 1) * dimensions))
  return { kind: 'points', positions, masses }
}

/** The point masses of target and generator; null where one is not told, or they have not as many dimensions. */
export function toldBothPoints(
  observation: Observation,
): { readonly target: PointsValues; readonly generated: PointsValues } | null {
  const target = toldPoints(observation, 'target')
  const generated = toldPoints(observation, 'generator')
  const same = target && target.positions[0]!.length === generated?.positions[0]!.length
  return target && generated && same ? { target, generated } : null
}
