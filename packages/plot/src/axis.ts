/** Where data lies on a strip of cells: `low` at the left or lower edge, `high` at the other. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** Places a number among `cells` cells: 0 at the middle of the first, `cells - 1` at the middle of the last. */
export function place(value: number, { low, high }: Range, cells: number): number {
  return ((value - low) / (high - low)) * (cells - 1)
}

/** The number at the middle of a cell: the inverse of `place`. */
export function valueAt(cell: number, { low, high }: Range, cells: number): number {
  return cells < 2 ? low : low + ((high - low) * cell) / (cells - 1)
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

/** Rounds a range outward to whole steps, so that it does not tremble with every frame. */
export function steady({ low, high }: Range): Range {
  const step = niceStep((high - low) / 8)
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step }
}

/** The least of 1, 2, 5, 10, 20, ... times a power of ten that is no less than `least`. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 5].find((f) => f * power >= least * (1 - 1e-9)) ?? 10
  return Number((factor * power).toPrecision(12))
}
