import { cos, exp } from '@ganglion/numerics'

/** A point, or a direction: d coordinates. */
export type Vector = readonly number[]

/** A square matrix, row by row. */
export type Matrix = readonly (readonly number[])[]

/** A sum of kernels: number c of the position of kernel k is at k d + c; those from `from` up to `to` count. */
export interface Kernels {
  readonly positions: Float64Array
  readonly weights: Float64Array
  readonly from: number
  readonly to: number
}

/** A kernel K(x, x') that depends on r = x - x' only, with what equations 12 and 17 need of it. */
export interface Kernel {
  readonly name: string
  value(r: Vector): number
  /** Adds the slope at x of a sum of kernels. */
  addSlopes(x: Vector, kernels: Kernels, sum: Float64Array): void
  /** d2K / dx dx', which is minus d2K / dx2: K depends on the difference alone. */
  mixed(r: Vector): Matrix
}

/** Sum of squares. */
export const square = (r: Vector): number => r.reduce((sum, c) => sum + c * c, 0)

/** Length. */
export const lengthOf = (r: Vector): number => Math.sqrt(square(r))

/** x - y. */
export const between = (x: Vector, y: Vector): number[] => x.map((c, k) => c - y[k]!)

/** A matrix a I + b r r'. */
const radial = (r: Vector, a: number, b: number): Matrix =>
  r.map((x, i) => r.map((y, k) => (i === k ? a : 0) + b * x * y))

/** A kernel of |r|^2 alone: its value, the factor of r in its slope, and the factor of r r' in its second derivative. */
function radialKernel(
  name: string,
  value: (s: number) => number,
  slope: (s: number) => number,
  bend: (s: number) => number,
): Kernel {
  return {
    name,
    value: (r) => value(square(r)),
    addSlopes(x, { positions, weights, from, to }, sum) {
      const d = x.length
      for (let k = from; k < to; k++) {
        let s = 0
        for (let c = 0; c < d; c++) {
          const away = x[c]! - positions[k * d + c]!
          s += away * away
        }
        const factor = weights[k]! * slope(s)
        if (factor !== 0)
          for (let c = 0; c < d; c++) sum[c]! += factor * (x[c]! - positions[k * d + c]!)
      }
    },
    mixed: (r) => radial(r, -slope(square(r)), -bend(square(r))),
  }
}

/** exp(-|r|^2 / (2 sigma^2)): equation 7. */
export function rbf(sigma: number): Kernel {
  const w = 1 / (sigma * sigma)
  const value = (s: number): number => exp((-w / 2) * s)
  return radialKernel(
    `RBF of width ${sigma}`,
    value,
    (s) => -w * value(s),
    (s) => w * w * value(s),
  )
}

/** 1 / (1 + |r|^2 / (2 sigma^2)): the rational quadratic kernel with exponent 1. */
export function rational(sigma: number): Kernel {
  const w = 1 / (sigma * sigma)
  const value = (s: number): number => 1 / (1 + (w / 2) * s)
  return radialKernel(
    `rational quadratic of width ${sigma}`,
    value,
    (s) => -w * value(s) * value(s),
    (s) => 2 * w * w * value(s) * value(s) * value(s),
  )
}

/** Waves that make a kernel of finitely many features, a(x) = sqrt(c_m) (cos w_m x, sin w_m x): K = sum of c_m cos(w_m r). */
export interface Waves {
  readonly weights: Vector
  readonly frequencies: readonly Vector[]
}

/** Product of two vectors. */
export const dot = (x: Vector, y: Vector): number => x.reduce((sum, c, k) => sum + c * y[k]!, 0)

/** The kernel of waves. */
export function waveKernel({ weights, frequencies }: Waves): Kernel {
  return {
    name: `${weights.length} waves ${JSON.stringify({ weights, frequencies })}`,
    value: (r) => weights.reduce((sum, c, m) => sum + c * cos(dot(frequencies[m]!, r)), 0),
    addSlopes() {
      throw new Error('the slope of waves is that of their parameters: see waveCritic')
    },
    mixed: (r) =>
      r.map((_, i) =>
        r.map((__, k) =>
          weights.reduce((sum, c, m) => {
            const w = frequencies[m]!
            return sum + c * w[i]! * w[k]! * cos(dot(w, r))
          }, 0),
        ),
      ),
  }
}
