/** Where everything was at a step: the numbers of a signal, points row-major. */
export interface Mark {
  readonly step: number
  readonly numbers: readonly number[]
}

/** Velocities that differ by no more than this share of the later one are the same. */
const constant = 0.1

/** So many marks tell two velocities. */
const enough = 3

/** The last marks with one more. The numbers are copied: whose they are may write into them again. */
export function marked(
  trail: readonly Mark[],
  step: number,
  numbers: readonly number[],
): readonly Mark[] {
  return [...trail.slice(1 - enough), { step, numbers: [...numbers] }]
}

/**
 * How the point that is farthest out has moved between the last three marks, of so many coordinates a point: which one it is,
 * its `speed` (unit of the signal a step), how much its velocity has changed from one leg to the next as a share of it (`veer`),
 * and whether that is an `escape` in a straight line at constant speed (1) or not (0). Nothing where marks lack.
 * Source: becker2022, theorem 3.
 */
export function escapeOf(
  trail: readonly Mark[],
  dimensions: number,
): Readonly<Record<string, number>> {
  const [first, middle, last] = trail
  if (!first || !middle || !last || dimensions < 1) return {}
  if (first.numbers.length !== last.numbers.length) return {}
  const point = farthest(last.numbers, dimensions)
  const [earlier, later] = [
    velocity(first, middle, point, dimensions),
    velocity(middle, last, point, dimensions),
  ]
  const speed = length(later)
  const veer = length(later.map((v, axis) => v - earlier[axis]!)) / speed
  if (!Number.isFinite(veer)) return {}
  return { point, speed, veer, escape: veer <= constant ? 1 : 0 }
}

function velocity(from: Mark, to: Mark, point: number, dimensions: number): readonly number[] {
  return Array.from({ length: dimensions }, (_, axis) => {
    const at = point * dimensions + axis
    return (to.numbers[at]! - from.numbers[at]!) / (to.step - from.step)
  })
}

function farthest(numbers: readonly number[], dimensions: number): number {
  let [most, point] = [-1, 0]
  for (let j = 0; j * dimensions < numbers.length; j++) {
    const far = length(numbers.slice(j * dimensions, (j + 1) * dimensions))
    if (far > most) [most, point] = [far, j]
  }
  return point
}

function length(vector: readonly number[]): number {
  let sum = 0
  for (const x of vector) sum += x * x
  return Math.sqrt(sum)
}
