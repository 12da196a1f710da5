import { cursor, stream } from '@ganglion/numerics'
import { EVD, Matrix } from 'ml-matrix'
import { blocksOf } from './irreducible.ts'

/** A complex number. */
export interface Complex {
  readonly re: number
  readonly im: number
}

/** |z|, without overflow. */
export function modulus({ re, im }: Complex): number {
  const [a, b] = [Math.abs(re), Math.abs(im)]
  const [most, least] = a > b ? [a, b] : [b, a]
  if (most === 0) return 0
  const ratio = least / most
  return most * Math.sqrt(1 + ratio * ratio)
}

/** A complex number that rounding may have moved so far. */
export interface Eigenvalue extends Complex {
  /** Much where eigenvalues meet in one eigenvector: rounding splits two of them by the root of its own size. */
  readonly doubt: number
}

/**
 * All eigenvalues of a real matrix, the greatest modulus first. The matrix is first cut into its irreducible blocks, which
 * is exact: what only remembers, stands still or hears nobody has its eigenvalue to the last bit. Blocks go through the
 * Hessenberg form and the QR iteration of EISPACK (ml-matrix), twice: as they are, and moved by as much as rounding may
 * move them, which tells the doubt. Throws a RangeError for numbers that are not finite.
 */
export function eigenvalues(matrix: readonly ArrayLike<number>[]): Eigenvalue[] {
  const size = matrix.length
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      if (!Number.isFinite(matrix[i]![j]!))
        throw new RangeError(`the matrix has ${matrix[i]![j]} in row ${i}, column ${j}`)
  return blocksOf(matrix)
    .flatMap((block) => doubted(block.map((i) => block.map((j) => matrix[i]![j]!))))
    .sort((a, b) => modulus(b) - modulus(a) || b.re - a.re || b.im - a.im)
}

/** Larger blocks take minutes: they are solved once, and a meeting of eigenvectors goes unseen in their doubt. */
const mostShaken = 300

/** A few units in the last place of the norm of a block. */
function roundingOf(block: readonly number[][]): number {
  const square = block.reduce((all, row) => row.reduce((sum, x) => sum + x * x, all), 0)
  return 4 * Number.EPSILON * Math.sqrt(square)
}

function doubted(block: number[][]): Eigenvalue[] {
  const floor = 16 * Number.EPSILON
  const single = block.length === 1
  if (single) return [{ re: block[0]![0]!, im: 0, doubt: floor * Math.abs(block[0]![0]!) }]
  if (block.length > mostShaken) {
    const doubt = 4 * roundingOf(block)
    return ofBlock(block).map((z) => ({ ...z, doubt }))
  }
  const moved = ofBlock(shaken(block))
  return ofBlock(block).map(({ re, im }) => {
    const nearest = moved.reduce(
      (least, z) => Math.min(least, modulus({ re: z.re - re, im: z.im - im })),
      Infinity,
    )
    return { re, im, doubt: Math.max(4 * nearest, floor * modulus({ re, im })) }
  })
}

/** A block moved by about as much as the QR iteration does: a few units in the last place of its norm. */
function shaken(block: readonly number[][]): number[][] {
  const size = roundingOf(block) / Math.sqrt(block.length)
  const draws = cursor(stream(1, 'stability.rounding'), 0)
  return block.map((row) => row.map((x) => x + size * draws.uniform(-1, 1)))
}

function ofBlock(block: number[][]): Complex[] {
  if (block.length === 2) return ofPair(block as unknown as Pair)
  const { realEigenvalues, imaginaryEigenvalues } = new EVD(new Matrix(block), {
    assumeSymmetric: false,
  })
  return realEigenvalues.map((re, k) => ({ re, im: imaginaryEigenvalues[k]! }))
}

type Pair = readonly [readonly [number, number], readonly [number, number]]

/** Two by two in closed form: a defective pair stays one. */
function ofPair([[a, b], [c, d]]: Pair): Complex[] {
  const half = (a - d) / 2
  const middle = (a + d) / 2
  const square = half * half + b * c
  const root = Math.sqrt(Math.abs(square))
  return square < 0
    ? [
        { re: middle, im: root },
        { re: middle, im: -root },
      ]
    : [
        { re: middle + root, im: 0 },
        { re: middle - root, im: 0 },
      ]
}
