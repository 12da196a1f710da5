import type { NumberPoint, StatisticRow } from '@ganglion/report'
import { isStatistic, type GroupSummary, type MeanOf, type MedianOf } from '@ganglion/sweep'

/** Rows of medians and means of the last frame: group, name. Shares stand in a table of their own. */
export function statisticRows(
  summary: readonly GroupSummary[],
  names: readonly string[],
): StatisticRow[] {
  return summary.flatMap((entry, g) =>
    Object.entries(entry).flatMap(([name, found]): StatisticRow[] => {
      if (!isStatistic(found)) return []
      const point = pointOf(found)
      return [{ group: names[g]!, name, as: 'median' in found ? 'median' : 'mean', ...point }]
    }),
  )
}

/** 95 % of a normal law lie so many deviations about its mean. */
const normal95 = 1.959963984540054

/** The middle of a statistic, its 95 % interval, and of how many members. */
function pointOf(found: MedianOf | MeanOf): Omit<StatisticRow, 'group' | 'name' | 'as'> {
  if ('median' in found) return { ...found, value: found.median }
  const { mean, standardError, count } = found
  if (mean === null || standardError === null) return { value: mean, low: null, high: null, count }
  const far = normal95 * standardError
  return { value: mean, low: mean - far, high: mean + far, count }
}

/** A statistic of a group as a point over x; none where no member had a number. */
export function statisticAt(x: number, entry: GroupSummary, name: string): NumberPoint[] {
  const found = entry[name]
  if (!isStatistic(found)) return []
  const { value, low, high, count } = pointOf(found)
  return value === null ? [] : [{ x, value, low, high, count }]
}
