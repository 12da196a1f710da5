import { exp } from './exp.ts'
import { log } from './log.ts'
import { studentBound } from './student-bound.ts'

/** y = factor * x^exponent, as near as it gets. */
export interface PowerFit {
  readonly exponent: number
  /** The 95 % interval of the exponent (Student). */
  readonly low: number
  readonly high: number
  readonly factor: number
  /** Deviation of log y from the line, n - 2 degrees of freedom: 0.1 is about 10 %. */
  readonly deviation: number
  /** Points that were fitted. */
  readonly count: number
}

/**
 * Fits a power law to points by least squares of the logarithms: all points weigh the same. Throws a RangeError for fewer
 * than three points, for x that are all equal, and for a number that is not positive and finite.
 */
export function fitPower(x: readonly number[], y: readonly number[]): PowerFit {
  const count = x.length
  if (y.length !== count || count < 3)
    throw new RangeError(`expected at least three points, got ${count} x and ${y.length} y`)
  const bad = [...x, ...y].find((value) => !(value > 0 && value < Infinity))
  if (bad !== undefined) throw new RangeError(`expected positive numbers, got ${bad}`)
  const [u, v] = [x.map(log), y.map(log)]
  const [middle, level] = [mean(u), mean(v)]
  const width = sum(u.map((one) => (one - middle) * (one - middle)))
  if (!(width > 0)) throw new RangeError(`expected x that differ, got ${x[0]} only`)
  const exponent = sum(u.map((one, k) => (one - middle) * (v[k]! - level))) / width
  const apart = v.map((one, k) => one - level - exponent * (u[k]! - middle))
  const deviation = Math.sqrt(sum(apart.map((one) => one * one)) / (count - 2))
  const half = (studentBound(count - 2) * deviation) / Math.sqrt(width)
  return {
    exponent,
    low: exponent - half,
    high: exponent + half,
    factor: exp(level - exponent * middle),
    deviation,
    count,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length
