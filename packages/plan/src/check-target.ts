import { isRecord } from './config.ts'
import type { Problem } from './problem.ts'

/** How far the weights of a law may be from a sum of 1. */
const tolerance = 1e-6

/** What a schema cannot say of a target: lists that belong together, weights that make a law. */
export function checkTarget(target: unknown): Problem[] {
  if (!isRecord(target)) return []
  const { kind } = target
  // Figures and files are checked when they have become points.
  if (kind !== undefined && kind !== 'mixture' && kind !== 'points') return []
  return kind === 'points'
    ? [...dimensions(target['positions']), ...law('masses', target['masses'], target['positions'])]
    : law('weights', target['weights'], target['means'])
}

function law(name: string, weights: unknown, places: unknown): Problem[] {
  if (!Array.isArray(places)) return []
  if (places.length === 0) {
    const list = name === 'masses' ? 'positions' : 'means'
    return [{ path: `target.${list}`, message: 'expected at least one, got []' }]
  }
  if (!isNumbers(weights)) return []
  const path = `target.${name}`
  if (weights.length !== places.length)
    return [{ path, message: `expected ${places.length} numbers, got ${weights.length}` }]
  const negative = weights.findIndex((weight) => weight < 0)
  if (negative >= 0)
    return [
      { path: `${path}[${negative}]`, message: `expected 0 or more, got ${weights[negative]}` },
    ]
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (Math.abs(sum - 1) <= tolerance) return []
  return [{ path, message: `expected a sum of 1, got ${sum}` }]
}

function dimensions(positions: unknown): Problem[] {
  if (!Array.isArray(positions) || !positions.every(Array.isArray)) return []
  const expected = positions[0]?.length
  if (expected === 0)
    return [{ path: 'target.positions[0]', message: 'expected at least one coordinate, got []' }]
  return positions.flatMap((position, k) =>
    position.length === expected
      ? []
      : [
          {
            path: `target.positions[${k}]`,
            message: `expected ${expected} coordinates as in the first, got ${position.length}`,
          },
        ],
  )
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((v) => Number.isFinite(v))
