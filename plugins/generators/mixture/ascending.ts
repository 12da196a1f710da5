import {
  max,
  min,
  same,
  select,
  tensor,
  type Expr,
  type Position,
  type Vec,
} from '@ganglion/calculus'

/** The numbers of a vector from the least to the greatest, by odd-even transposition; NaN passes to its neighbours. */
export function ascending(numbers: Vec): Vec {
  const { size } = numbers
  const sorted = Array.from({ length: size }, (_, k) => numbers(k))
  for (let pass = 0; pass < size; pass++) {
    for (let k = pass % 2; k + 1 < size; k += 2) {
      const [a, b] = [sorted[k]!, sorted[k + 1]!]
      sorted[k] = min(a, b)
      sorted[k + 1] = max(a, b)
    }
  }
  return tensor(numbers.axes, (i) => at(sorted, i))
}

/** The element at a position that may be an index. */
function at(elements: readonly Expr[], i: Position): Expr {
  if (typeof i === 'number') return elements[i]!
  return elements.reduceRight((rest, element, k) => select(same(i, k), element, rest))
}
