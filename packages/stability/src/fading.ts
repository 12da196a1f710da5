import { cursor, stream } from '@ganglion/numerics'
import { eigenvalues, modulus, type Eigenvalue } from './eigenvalues.ts'
import type { JointMap } from './linearisation.ts'
import type { Section } from './joint-state.ts'
import type { Point } from './point.ts'

/** Coordinates of which each only fades, hearing none of the others of them: features of a kernel under a ridge. */
interface Fading {
  readonly from: number
  readonly cells: number
}

/**
 * The eigenvalues of a step most of whose coordinates fade by the same factor c. With J = [[A, B], [C, c I]], n coordinates in
 * A and m in c I, m >= n: det(z - J) = (z - c)^(m - n) det((z - A)(z - c) - B C), so they are those of [[A, B C], [I, c I]]
 * and m - n times c. Exact, and it takes 2 n + 1 directions instead of n + m. Null where the largest section does not only fade.
 */
export function fadingEigenvalues(
  map: JointMap,
  point: Point,
  sections: readonly Section[],
): Eigenvalue[] | null {
  const fading = largest(sections)
  const size = sections.reduce((sum, { cells }) => sum + cells, 0)
  const rest = Array.from({ length: size }, (_, i) => i).filter(
    (i) => i < fading.from || i >= fading.from + fading.cells,
  )
  if (rest.length === 0 || fading.cells < rest.length) return null
  const factor = factorOf(map, point, fading, size)
  if (factor === null) return null
  const units = rest.map((i) => Float64Array.from({ length: size }, (_, k) => (k === i ? 1 : 0)))
  const moved = map.along(point, units)
  const heard = moved.map((change) =>
    change.map((x, k) => (k >= fading.from && k < fading.from + fading.cells ? x : 0)),
  )
  const told = map.along(point, heard)
  const all = eigenvalues(
    joined(
      rest.map((i) => moved.map((change) => change[i]!)),
      rest.map((i) => told.map((change) => change[i]!)),
      factor,
    ),
  )
  const still = { re: factor, im: 0, doubt: 16 * Number.EPSILON * Math.abs(factor) }
  const others = Array.from({ length: fading.cells - rest.length }, () => still)
  return [...all, ...others].sort((a, b) => modulus(b) - modulus(a) || b.re - a.re || b.im - a.im)
}

function largest(sections: readonly Section[]): Fading {
  let from = 0
  let found: Fading = { from: 0, cells: 0 }
  for (const { cells } of sections) {
    if (cells > found.cells) found = { from, cells }
    from += cells
  }
  return found
}

/** By what they fade; null unless a random displacement of them comes out as itself, by a factor. */
function factorOf(
  map: JointMap,
  point: Point,
  { from, cells }: Fading,
  size: number,
): number | null {
  const draws = cursor(stream(1, 'stability.fading'), 0)
  const direction = new Float64Array(size)
  for (let k = from; k < from + cells; k++) direction[k] = draws.uniform(1, 2)
  const [change] = map.along(point, [direction])
  const factor = change![from]! / direction[from]!
  const room = 32 * Number.EPSILON * Math.abs(factor)
  for (let k = from; k < from + cells; k++)
    if (!(Math.abs(change![k]! / direction[k]! - factor) <= room)) return null
  return factor
}

/** [[A, P / s], [s I, c I]], both sides about as large. */
function joined(
  own: readonly number[][],
  product: readonly number[][],
  factor: number,
): number[][] {
  const size = Math.max(...product.flat().map(Math.abs))
  const scale = size > 0 ? Math.sqrt(size) : 1
  const diagonal = (value: number, i: number): number[] => own.map((_, j) => (i === j ? value : 0))
  return [
    ...own.map((row, i) => [...row, ...product[i]!.map((x) => x / scale)]),
    ...own.map((_, i) => [...diagonal(scale, i), ...diagonal(factor, i)]),
  ]
}
