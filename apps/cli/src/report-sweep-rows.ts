import type { CountRow, RateRow, TimeRow } from '@ganglion/report'
import { ratesIn, regionsIn, timesIn, type GroupSummary, type SweepOutline } from '@ganglion/sweep'

/** Rows of rates: group, region, criterion. `names`: the names of the groups. */
export function rateRows(summary: readonly GroupSummary[], names: readonly string[]): RateRow[] {
  return summary.flatMap((entry, g) =>
    regionsIn(entry).flatMap(([region, rates]) =>
      rates === null
        ? [{ ...none, group: names[g]!, region }]
        : ratesIn(rates).map(([criterion, rate]) => ({
            group: names[g]!,
            region,
            criterion,
            ...rate,
          })),
    ),
  )
}

/** A region without cells. */
const none = {
  criterion: '',
  mean: NaN,
  standardError: NaN,
  wilson: [NaN, NaN],
  successes: 0,
  members: 0,
  cells: 0,
} as const

/** Rows of times: group, region, name. */
export function timeRows(
  { groups }: SweepOutline,
  summary: readonly GroupSummary[],
  names: readonly string[],
): TimeRow[] {
  return summary.flatMap((entry, g) =>
    regionsIn(entry).flatMap(([region, found]) =>
      timesIn(found).map(([name, times]) => ({
        group: names[g]!,
        region,
        name,
        last: groups[g]!.steps ?? 0,
        ...times,
      })),
    ),
  )
}

/** Rows of shares of all members: group, name. */
export function shareRows(
  { groups }: SweepOutline,
  summary: readonly GroupSummary[],
  names: readonly string[],
): CountRow[] {
  return summary.flatMap((entry, g) =>
    Object.entries(entry).flatMap(([name, share]) => {
      if (typeof share !== 'number') return []
      const { members } = groups[g]!
      return [{ group: names[g]!, name, count: Math.round(share * members), members }]
    }),
  )
}
