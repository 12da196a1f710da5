import { exponential, logarithm } from './elementary.ts'
import { exponentOf, powerOfTen } from './powers.ts'

/** Where data lies on a strip of cells: `low` at the left or lower edge, `high` at the other. */
export interface Range {
  readonly low: number
  readonly high: number
  /** How numbers are spread: evenly (as when left out), or evenly by their logarithm; then both ends must be above zero. */
  readonly scale?: 'linear' | 'log'
}

/**
 * Places a number among `cells` cells: 0 at the middle of the first, `cells - 1` at the middle of the last. What has no
 * place (no number; zero and below on a logarithmic range) is NaN, which every drawing takes for a gap.
 */
export function place(value: number, { low, high, scale }: Range, cells: number): number {
  if (scale !== 'log') return ((value - low) / (high - low)) * (cells - 1)
  if (!(value > 0 && low > 0)) return NaN
  const from = logarithm(low)
  return ((logarithm(value) - from) / (logarithm(high) - from)) * (cells - 1)
}

/** The number at the middle of a cell: the inverse of `place`. */
export function valueAt(cell: number, { low, high, scale }: Range, cells: number): number {
  if (cells < 2) return low
  const share = cell / (cells - 1)
  if (scale !== 'log') return low + (high - low) * share
  const from = logarithm(low)
  return exponential(from + (logarithm(high) - from) * share)
}

/** The least range over finite numbers, widened by a share of itself; never empty. */
export function rangeOf(values: Iterable<number>, share: number = 0): Range {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (low > high) return { low: 0, high: 1 }
  const margin = high > low ? (high - low) * share : Math.max(Math.abs(low) * 0.1, 0.5)
  return { low: low - margin, high: high + margin }
}

/**
 * The least logarithmic range from 1, 2 or 5 times a power of ten to another over the finite positive numbers; never empty.
 * Numbers below 1e-300 widen no range: there the doubles run out of digits.
 */
export function logRangeOf(values: Iterable<number>): Range {
  let [low, high] = [Infinity, 0]
  for (const value of values) {
    if (!(value >= 1e-300 && value < Infinity)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (low > high) return { low: 0.1, high: 1, scale: 'log' }
  const [from, to] = [roundDown(low), Math.min(niceStep(high), 1e308)]
  return from < to ? { low: from, high: to, scale: 'log' } : aroundDecade(from)
}

/** The greatest of 1, 2, 5 times a power of ten that is no more than a positive number. */
function roundDown(value: number): number {
  const power = exponentOf(value)
  const found = [5, 2, 1].map((f) => Number(`${f}e${power}`)).find((step) => step <= value)
  return found ?? value
}

function aroundDecade(value: number): Range {
  const power = Math.min(307, exponentOf(value))
  return { low: powerOfTen(power - 1), high: powerOfTen(power + 1), scale: 'log' }
}

/**
 * Rounds a linear range outward to whole steps, so that it does not tremble with every frame; others stay as they are. It
 * holds at most `steps` of them (8 when left out): more waste less room, and move more often.
 */
export function steady(range: Range, steps: number = 8): Range {
  const { low, high, scale } = range
  const step = niceStep((high - low) / steps)
  if (scale === 'log' || !(step > 0) || !Number.isFinite(step)) return range
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step }
}

/** The least of 1, 2, 5, 10, 20, ... times a power of ten that is no less than `least`; NaN unless that is above zero. */
export function niceStep(least: number): number {
  if (!(least > 0 && least < Infinity)) return NaN
  const power = exponentOf(least)
  const steps = [1, 2, 5, 10].map((factor) => Number(`${factor}e${power}`))
  return steps.find((step) => step >= least * (1 - 1e-9)) ?? NaN
}
