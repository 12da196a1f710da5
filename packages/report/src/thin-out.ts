/** A place on a drawing; NaN is a gap. */
export type Spot = readonly [x: number, y: number]

/**
 * As few spots as draw the same line: of those that share a unit of width the first, the lowest, the highest and the last.
 * Gaps stay.
 */
export function thinOut(spots: readonly Spot[]): Spot[] {
  const kept: Spot[] = []
  let from = 0
  while (from < spots.length) {
    const column = Math.floor(spots[from]![0])
    let to = from + 1
    while (to < spots.length && Math.floor(spots[to]![0]) === column) to++
    kept.push(...fewest(spots.slice(from, to)))
    from = to
  }
  return kept
}

function fewest(spots: readonly Spot[]): readonly Spot[] {
  if (spots.length <= 4 || spots.some(([, y]) => Number.isNaN(y))) return spots
  const heights = spots.map(([, y]) => y)
  const wanted = [
    0,
    heights.indexOf(Math.min(...heights)),
    heights.indexOf(Math.max(...heights)),
    spots.length - 1,
  ]
  return spots.filter((_, k) => wanted.includes(k))
}
