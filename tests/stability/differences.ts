import type { JointMap, Point } from '@ganglion/stability'

/** The Jacobian of a step by central differences, column by column. */
export function differences(map: JointMap, point: Point, width = 1e-5): Float64Array[] {
  const at = map.vector(point)
  const moved = (j: number, by: number): Float64Array =>
    map.vector(
      map.next(
        map.moved(
          point,
          at.map((x, i) => (i === j ? x + by : x)),
        ),
      ),
    )
  const rows = Array.from(at, () => new Float64Array(at.length))
  at.forEach((_, j) => {
    const [up, down] = [moved(j, width), moved(j, -width)]
    rows.forEach((row, i) => (row[j] = (up[i]! - down[i]!) / (2 * width)))
  })
  return rows
}

/** The greatest difference of two matrices, entry by entry. */
export function apart(a: readonly ArrayLike<number>[], b: readonly ArrayLike<number>[]): number {
  let most = 0
  a.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) most = Math.max(most, Math.abs(row[j]! - b[i]![j]!))
  })
  return most
}
