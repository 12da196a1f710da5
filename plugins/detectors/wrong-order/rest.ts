/** How long numbers have kept within a box: since when, from where, and the smallest and largest of each so far. */
export interface Rest {
  readonly since: number
  readonly from: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** A box that holds these numbers only. */
export const settled = (step: number, numbers: readonly number[]): Rest => ({
  since: step,
  from: numbers,
  low: numbers,
  high: numbers,
})

/** The box with these numbers taken in: the same object when they lie inside, null when it would be wider than `width`. */
export function rested(rest: Rest, numbers: readonly number[], width: number): Rest | null {
  if (rest.low.length !== numbers.length) return null
  let inside = true
  for (let j = 0; j < numbers.length; j++) {
    const [low, high, x] = [rest.low[j]!, rest.high[j]!, numbers[j]!]
    if (x >= low && x <= high) continue
    inside = false
    // Written so that a number that is none does not fit.
    if (!(Math.max(high, x) - Math.min(low, x) <= width)) return null
  }
  if (inside) return rest
  return {
    since: rest.since,
    from: rest.from,
    low: rest.low.map((low, j) => Math.min(low, numbers[j]!)),
    high: rest.high.map((high, j) => Math.max(high, numbers[j]!)),
  }
}

/** The widest side of the box. */
export function extent({ low, high }: Rest): number {
  let most = 0
  for (let j = 0; j < low.length; j++) most = Math.max(most, high[j]! - low[j]!)
  return most
}

/** The largest change of a number since the box began, a step. */
export function drift({ since, from }: Rest, numbers: readonly number[], step: number): number {
  let most = 0
  for (let j = 0; j < from.length; j++) most = Math.max(most, Math.abs(numbers[j]! - from[j]!))
  return step > since ? most / (step - since) : 0
}
