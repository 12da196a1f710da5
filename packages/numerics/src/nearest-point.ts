import { distance } from './point-masses.ts'

/** The nearest of some points to a place, the first one of equally near ones: its index and its distance, unit of x. */
export function nearestPoint(
  points: ArrayLike<ArrayLike<number>>,
  place: ArrayLike<number>,
): { readonly index: number; readonly apart: number } {
  let [index, apart] = [0, Infinity]
  for (let i = 0; i < points.length; i++) {
    const way = distance(points[i]!, place)
    if (way < apart) [index, apart] = [i, way]
  }
  return { index, apart }
}
