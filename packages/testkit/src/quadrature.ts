/** An integral of a function that is evaluated at many places at once. */
type Many = (places: readonly number[]) => readonly number[]

interface Piece {
  readonly from: number
  readonly to: number
  /** Values at both ends and in the middle. */
  readonly at: readonly [number, number, number]
  readonly whole: number
}

const simpson = (width: number, [a, m, b]: readonly [number, number, number]): number =>
  (width / 6) * (a + 4 * m + b)

/**
 * The integral from `from` to `to` by adaptive Simpson, all pieces of one depth at once. A step of the function is halved
 * towards until the piece is 2^-depth of a cell, so it costs digits, not the answer.
 */
export function integral(f: Many, from: number, to: number, cells = 512, depth = 34): number {
  const edges = Array.from(
    { length: 2 * cells + 1 },
    (_, k) => from + ((to - from) * k) / (2 * cells),
  )
  const values = f(edges)
  let pieces = Array.from({ length: cells }, (_, k): Piece => {
    const at = [values[2 * k]!, values[2 * k + 1]!, values[2 * k + 2]!] as const
    const ends = { from: edges[2 * k]!, to: edges[2 * k + 2]! }
    return { ...ends, at, whole: simpson(ends.to - ends.from, at) }
  })
  let total = 0
  for (let n = 0; n <= depth && pieces.length > 0; n++) {
    const quarters = f(pieces.flatMap(({ from: a, to: b }) => [(3 * a + b) / 4, (a + 3 * b) / 4]))
    const next: Piece[] = []
    pieces.forEach(({ from: a, to: b, at: [left, middle, right], whole }, k) => {
      const [mid, half] = [(a + b) / 2, (b - a) / 2]
      const first = [left, quarters[2 * k]!, middle] as const
      const second = [middle, quarters[2 * k + 1]!, right] as const
      const [x, y] = [simpson(half, first), simpson(half, second)]
      if (n === depth || Math.abs(x + y - whole) < 1e-12) total += x + y
      else
        next.push(
          { from: a, to: mid, at: first, whole: x },
          { from: mid, to: b, at: second, whole: y },
        )
    })
    pieces = next
  }
  return total
}
