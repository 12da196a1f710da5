import type { Range } from '@ganglion/plot'

/** The plane of a space of points that is looked at: a place x e_1 + y e_2 from the origin, in the unit of the space. */
export interface PointView {
  /** Numbers of a point. */
  readonly dimensions: number
  readonly origin: readonly number[]
  readonly axes: readonly [readonly number[], readonly number[]]
}

/** Sweeps of Jacobi's rotations: more than any matrix of this size needs to reach rounding. */
const sweeps = 30

/**
 * How points (row-major, a row a point) are looked at: a plane as it is; more dimensions along the two principal axes of the
 * points through their mean, each with its largest part positive. A function of the points alone, so engine and screen agree.
 */
export function pointView(positions: readonly number[], dimensions: number): PointView {
  const unit = (at: number): number[] =>
    Array.from({ length: dimensions }, (_, c) => (c === at ? 1 : 0))
  if (dimensions <= 2)
    return { dimensions, origin: unit(-1), axes: [unit(0), unit(dimensions - 1)] }
  const count = positions.length / dimensions
  const origin = unit(-1).map((_, c) => meanOf(count, (k) => positions[k * dimensions + c]!))
  const spread = origin.map((own, a) =>
    origin.map((other, b) =>
      meanOf(
        count,
        (k) => (positions[k * dimensions + a]! - own) * (positions[k * dimensions + b]! - other),
      ),
    ),
  )
  return { dimensions, origin, axes: principal(spread) }
}

/** Where a point (numbers of a list from `at` on) stands on the plane. */
export function seen(view: PointView, numbers: readonly number[], at: number, axis: 0 | 1): number {
  const along = view.axes[axis]
  let sum = 0
  for (let c = 0; c < view.dimensions; c++)
    sum += along[c]! * ((numbers[at + c] ?? NaN) - view.origin[c]!)
  return sum
}

/** The point of the space that stands at (x, y) of the plane. */
export function placed({ origin, axes }: PointView, x: number, y: number): number[] {
  return origin.map((from, c) => from + x * axes[0][c]! + y * axes[1][c]!)
}

/** A part of the plane. */
export interface Box {
  readonly x: Range
  readonly y: Range
}

/**
 * What is looked at: the true points and the generated ones, except those further off than one and a half times the extent of
 * the true ones. Null where no number is finite.
 */
export function boxOf(
  view: PointView,
  targets: readonly number[],
  generated: readonly number[],
): Box | null {
  const [trueX, trueY] = [extent(view, targets, 0), extent(view, targets, 1)]
  const reach = 1.5 * Math.max(trueX.high - trueX.low, trueY.high - trueY.low)
  const x = widened(trueX, extent(view, generated, 0, trueX, reach))
  const y = widened(trueY, extent(view, generated, 1, trueY, reach))
  const [width, height] = [x.high - x.low, y.high - y.low]
  if (!Number.isFinite(width + height)) return null
  const margin = Math.max(width, height) * 0.12 || 1
  return {
    x: { low: x.low - margin, high: x.high + margin },
    y: { low: y.low - margin, high: y.high + margin },
  }
}

/** The extent of points along an axis; of those within a reach of another extent when that is above zero. */
function extent(
  view: PointView,
  numbers: readonly number[],
  axis: 0 | 1,
  near: Range = { low: 0, high: 0 },
  reach: number = 0,
): Range {
  let [low, high] = [Infinity, -Infinity]
  for (let at = 0; at < numbers.length; at += view.dimensions) {
    const value = seen(view, numbers, at, axis)
    if (!Number.isFinite(value)) continue
    if (reach > 0 && (value < near.low - reach || value > near.high + reach)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return { low, high }
}

const widened = (a: Range, b: Range): Range => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
})

function meanOf(count: number, of: (k: number) => number): number {
  let sum = 0
  for (let k = 0; k < count; k++) sum += of(k)
  return sum / count
}

/** The eigenvectors of the two greatest eigenvalues of a symmetric matrix, which is changed, by cyclic Jacobi rotations. */
function principal(matrix: number[][]): [number[], number[]] {
  const vectors = matrix.map((row, r) => row.map((_, c) => (r === c ? 1 : 0)))
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (let p = 0; p < matrix.length; p++)
      for (let q = p + 1; q < matrix.length; q++) rotate(matrix, vectors, p, q)
  const order = matrix.map((_, k) => k).sort((a, b) => matrix[b]![b]! - matrix[a]![a]!)
  const along = (k: number): number[] => signed(vectors.map((row) => row[k]!))
  return [along(order[0]!), along(order[1]!)]
}

/** One rotation, after which the entry (p, q) is 0. */
function rotate(matrix: number[][], vectors: number[][], p: number, q: number): void {
  const off = matrix[p]![q]!
  if (!(Math.abs(off) > 1e-300)) return
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * off)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  const turn = (row: number[]): void => {
    const [a, b] = [row[p]!, row[q]!]
    row[p] = cosine * a - sine * b
    row[q] = sine * a + cosine * b
  }
  for (const row of matrix) turn(row)
  const [upper, lower] = [[...matrix[p]!], [...matrix[q]!]]
  matrix[p] = upper.map((a, c) => cosine * a - sine * lower[c]!)
  matrix[q] = upper.map((a, c) => sine * a + cosine * lower[c]!)
  for (const row of vectors) turn(row)
}

/** The same line with its largest part positive. */
function signed(vector: readonly number[]): number[] {
  const largest = vector.reduce((most, part) => (Math.abs(part) > Math.abs(most) ? part : most), 0)
  return vector.map((part) => (largest < 0 ? -part : part))
}
