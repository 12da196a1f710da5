/** Point masses in numbers: a row of coordinates a point. Masses sum to 1. */
export interface PointMasses {
  readonly positions: ArrayLike<ArrayLike<number>>
  readonly masses: ArrayLike<number>
}

/** The squared Euclidean distance of two points. */
export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) {
    const apart = a[k]! - b[k]!
    sum += apart * apart
  }
  return sum
}

/** The Euclidean distance of two points. On a line it is exact, however near they are. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return a.length === 1 ? Math.abs(a[0]! - b[0]!) : Math.sqrt(squaredDistance(a, b))
}

/**
 * The number of dimensions of both laws. Throws a RangeError unless every point has a mass and as many coordinates as all
 * others, each finite.
 */
export function requirePoints(target: PointMasses, generated: PointMasses): number {
  const dimensions = target.positions[0]?.length ?? 0
  requireRows(target, 'target', dimensions)
  requireRows(generated, 'generated', dimensions)
  return dimensions
}

function requireRows({ positions, masses }: PointMasses, what: string, dimensions: number): void {
  if (positions.length === 0 || positions.length !== masses.length)
    throw new RangeError(
      `${what}: expected a mass for each of at least one point, got ${positions.length} points and ${masses.length} masses`,
    )
  for (let j = 0; j < positions.length; j++) {
    const row = positions[j]!
    if (row.length !== dimensions || dimensions === 0)
      throw new RangeError(
        `${what}: expected ${dimensions || 'some'} coordinates a point as the first target point has, got ${row.length} at point ${j}`,
      )
    for (let k = 0; k < dimensions; k++)
      if (!Number.isFinite(row[k]!))
        throw new RangeError(`${what}: expected finite coordinates, got ${row[k]} at point ${j}`)
  }
}
