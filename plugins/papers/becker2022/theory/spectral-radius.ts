import { log } from '@ganglion/numerics'

/** Squarings of the matrix: 2^40 steps, after which even a defective eigenvalue shows to ten digits. */
const squarings = 40

/**
 * The logarithm of the spectral radius of a square matrix, row by row: the exponent with which its powers grow a step, by
 * Gelfand's formula, log |A^n| / n. Complex and defective eigenvalues need nothing special. -Infinity for a nilpotent one.
 */
export function growthExponent(matrix: readonly Float64Array[]): number {
  let power = matrix
  let exponent = 0
  for (let k = 0, share = 1; k <= squarings; k++, share /= 2) {
    const size = Math.max(...power.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)))
    if (size === 0) return -Infinity
    exponent += share * log(size)
    power = squared(power.map((row) => row.map((x) => x / size)))
  }
  return exponent
}

function squared(a: readonly Float64Array[]): Float64Array[] {
  return a.map((row) => {
    const out = new Float64Array(row.length)
    row.forEach((x, k) => {
      if (x === 0) return
      const other = a[k]!
      for (let c = 0; c < out.length; c++) out[c]! += x * other[c]!
    })
    return out
  })
}
