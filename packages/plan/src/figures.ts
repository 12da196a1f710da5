import type { Random } from '@ganglion/core'
import { cos, sin } from '@ganglion/numerics'

/** Points as rows of coordinates, in the unit of x. */
export type Rows = readonly (readonly number[])[]

/** So many points at equal distances on a circle in the plane, counterclockwise, the first at (radius, 0). */
export function ring(points: number, radius: number): Rows {
  return Array.from({ length: points }, (_, k) => {
    // A turn is cut into quarters first: points on the axes are exactly there.
    const angle = (((4 * k) % points) / points) * (Math.PI / 2)
    let [x, y] = [cos(angle), sin(angle)]
    for (let quarter = Math.floor((4 * k) / points); quarter > 0; quarter--) [x, y] = [0 - y, x]
    return [radius * x, radius * y]
  })
}

/** `side` points along each axis, `spacing` apart, around the origin; the last coordinate runs fastest. */
export function grid(side: number, spacing: number, dimensions: number): Rows {
  const line = Array.from({ length: side }, (_, k) => (k - (side - 1) / 2) * spacing)
  let rows: Rows = [[]]
  for (let c = 0; c < dimensions; c++) rows = rows.flatMap((row) => line.map((x) => [...row, x]))
  return rows
}

/** So many points drawn uniformly on a sphere around the origin: normal vectors, scaled to the radius. */
export function sphere(random: Random, points: number, dimensions: number, radius: number): Rows {
  return Array.from({ length: points }, () => {
    const row = Array.from({ length: dimensions }, () => random.normal())
    const scale = radius / Math.sqrt(row.reduce((sum, x) => sum + x * x, 0))
    return row.map((x) => x * scale)
  })
}
