/** The tree over the stripes of a sum: neighbours are added until one is left; an odd one is carried. */
export function pairwise<T>(stripes: readonly T[], add: (a: T, b: T) => T): T {
  let terms = stripes
  while (terms.length > 1) {
    const pairs: T[] = []
    for (let k = 0; k < terms.length; k += 2) {
      const [a, b] = [terms[k]!, terms[k + 1]]
      pairs.push(b === undefined ? a : add(a, b))
    }
    terms = pairs
  }
  return terms[0]!
}
