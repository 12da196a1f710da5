/** A list of numbers and the value there. */
export interface Place {
  readonly at: readonly number[]
  readonly value: number
}

/**
 * The highest place that compass search reaches from a start: one cell moves at a time, up or down by the width, and the
 * width halves when nothing rises (Kolda, Lewis and Torczon 2003, sec. 3). Values are asked for side by side.
 */
export function climb(
  start: readonly number[],
  valuesAt: (places: readonly (readonly number[])[]) => readonly number[],
  { width = 1, least = 1e-5, rounds = 200 } = {},
): Place {
  let best: Place = { at: start, value: valuesAt([start])[0]! }
  for (let n = 0; n < rounds && width > least; n++) {
    const places = best.at.flatMap((x, k) => [-width, width].map((by) => best.at.with(k, x + by)))
    const values = valuesAt(places)
    let most = -1
    values.forEach((value, k) => {
      if (value > (most < 0 ? best.value : values[most]!)) most = k
    })
    if (most < 0) width /= 2
    else best = { at: places[most]!, value: values[most]! }
  }
  return best
}
