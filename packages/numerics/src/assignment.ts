/**
 * The cheapest one-to-one assignment of n rows to n columns: by row, the column it gets. `costs` is row-major, n by n, every
 * number finite. Rows enter one after the other, each along a cheapest augmenting path over reduced costs: n^3 operations at
 * worst. Throws a RangeError for another count of numbers, or one that is not finite.
 * Source: Jonker and Volgenant 1987 (shortest augmenting paths, without their starting heuristics).
 */
export function assignment(costs: ArrayLike<number>, n: number): Int32Array {
  requireCosts(costs, n, n)
  const matching: Matching = {
    costs,
    n,
    rowPrice: new Float64Array(n),
    columnPrice: new Float64Array(n),
    rowOf: new Int32Array(n).fill(-1),
  }
  for (let row = 0; row < n; row++) enter(matching, row)
  const columns = new Int32Array(n)
  for (let column = 0; column < n; column++) columns[matching.rowOf[column]!] = column
  return columns
}

/** Throws a RangeError unless these are rows times columns finite numbers. */
export function requireCosts(costs: ArrayLike<number>, rows: number, columns: number): void {
  if (costs.length !== rows * columns)
    throw new RangeError(
      `costs: expected ${rows} rows of ${columns} numbers, ${rows * columns} in all, got ${costs.length}`,
    )
  for (let k = 0; k < costs.length; k++)
    if (!Number.isFinite(costs[k]!))
      throw new RangeError(
        `costs: expected finite numbers, got ${costs[k]} in row ${Math.floor(k / columns)}, column ${k % columns}`,
      )
}

/** A cheapest assignment of the rows so far. Reduced costs, cost - rowPrice - columnPrice, are never negative, 0 where matched. */
interface Matching {
  readonly costs: ArrayLike<number>
  readonly n: number
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  /** By column, its row; -1 where it is free. */
  readonly rowOf: Int32Array
}

/** Gives one more row a column, and others new ones along a cheapest path to a free column. */
function enter({ costs, n, rowPrice, columnPrice, rowOf }: Matching, newcomer: number): void {
  const reach = new Float64Array(n).fill(Infinity)
  const before = new Int32Array(n).fill(-1)
  const settled = new Uint8Array(n)
  let [row, column, length] = [newcomer, -1, 0]
  for (;;) {
    let nearest = -1
    for (let j = 0; j < n; j++) {
      if (settled[j] === 1) continue
      const way = length + costs[row * n + j]! - rowPrice[row]! - columnPrice[j]!
      if (way < reach[j]!) {
        reach[j] = way
        before[j] = column
      }
      if (nearest < 0 || reach[j]! < reach[nearest]!) nearest = j
    }
    column = nearest
    length = reach[column]!
    settled[column] = 1
    if (rowOf[column] === -1) break
    row = rowOf[column]!
  }
  rowPrice[newcomer]! += length
  for (let j = 0; j < n; j++) {
    if (settled[j] === 0 || j === column) continue
    columnPrice[j]! -= length - reach[j]!
    rowPrice[rowOf[j]!]! += length - reach[j]!
  }
  while (column !== -1) {
    const from = before[column]!
    rowOf[column] = from === -1 ? newcomer : rowOf[from]!
    column = from
  }
}
