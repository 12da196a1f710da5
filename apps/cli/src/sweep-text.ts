import { visible } from '@ganglion/core'
import {
  ratesIn,
  isStatistic,
  type MeanOf,
  type MedianOf,
  regionsIn,
  timesIn,
  type Finished,
  type GroupSummary,
  type SweepOutline,
} from '@ganglion/sweep'
import { groupNames } from './group-names.ts'

/** Seconds in words: 45 s, 3 min 20 s, 2 h 5 min. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return seconds < 10 ? `${seconds.toFixed(1)} s` : `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

/** What a sweep consists of. */
export function planText({
  cells,
  members,
  chunks,
  groups,
}: Pick<SweepOutline, 'cells' | 'members' | 'chunks' | 'groups'>): string {
  const of = groups.length > 1 ? ` in ${groups.length} groups` : ''
  return `${cells} cells${of}, ${members} members, ${chunks.length} chunks`
}

/** The tables of a finished sweep: a line a group, region and criterion; then one a group, region and time. */
export function finishedText({ summary, table }: Finished): string {
  const names = groupNames(summary.map(({ group }) => group))
  const rates = summary.flatMap((entry, g) => rateRows(entry, names[g]!))
  const times = summary.flatMap((entry, g) => timeRows(entry, names[g]!))
  const text = [
    ...(rates.length > 0 || times.length === 0 ? aligned([rateHead, ...rates]) : []),
    ...(times.length > 0 ? aligned([timeHead, ...times]) : []),
    `table ${table}`,
  ]
  return visible(text.join('\n'), { newlines: true })
}

const rateHead = ['group', 'region', 'success', 'mean', '+-', '95 % interval', 'cells', 'members']
const timeHead = [
  'group',
  'region',
  'time',
  'median step',
  '95 % interval',
  'mean step',
  '95 % interval',
  'never',
  'members',
]

/** Words to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)))
  return rows.map((row) =>
    row
      .map((text, k) => (k < 3 ? text.padEnd(widths[k]!) : text.padStart(widths[k]!)))
      .join('  ')
      .trimEnd(),
  )
}

function rateRows(entry: GroupSummary, name: string): string[][] {
  const shares = Object.entries(entry).flatMap(([share, value]) =>
    typeof value === 'number' ? [[name, share, '', value.toFixed(4), '', '', '', '']] : [],
  )
  const regions = regionsIn(entry).flatMap(([region, rates]) =>
    rates === null
      ? [[name, region, '', 'no cells', '', '', '0', '0']]
      : ratesIn(rates).map(([criterion, rate]) => [
          name,
          region,
          criterion,
          rate.mean.toFixed(4),
          rate.standardError.toFixed(4),
          `${rate.wilson[0].toFixed(4)} .. ${rate.wilson[1].toFixed(4)}`,
          String(rate.cells),
          String(rate.members),
        ]),
  )
  return [...regions, ...shares, ...statisticRows(entry, name)]
}

/** Medians and means of all members, with what is known of their error in its place. */
function statisticRows(entry: GroupSummary, name: string): string[][] {
  return Object.entries(entry).flatMap(([statistic, found]) => {
    if (!isStatistic(found)) return []
    const one: MedianOf | MeanOf = found
    const [what, value, error, interval] =
      'median' in one
        ? ['median', one.median, '', between(one)]
        : ['mean', one.mean, written(one.standardError), '']
    return [[name, statistic, what, written(value), error, interval, '', String(one.count)]]
  })
}

const between = ({ low, high }: MedianOf): string =>
  low === null ? '' : `${written(low)} .. ${written(high)}`

const written = (value: number | null): string => (value === null ? 'none' : value.toFixed(4))

function timeRows(entry: GroupSummary, name: string): string[][] {
  return regionsIn(entry).flatMap(([region, found]) =>
    timesIn(found).map(
      ([time, { median, low, high, mean, meanLow, meanHigh, censored, count }]) => [
        name,
        region,
        time,
        step(median),
        `${step(low)} .. ${step(high)}`,
        step(mean),
        meanLow === null ? '' : `${step(meanLow)} .. ${step(meanHigh)}`,
        String(censored),
        String(count),
      ],
    ),
  )
}

/** A number of steps; what lies beyond the last one is not known. */
const step = (value: number | null): string =>
  value === null ? 'beyond' : String(Number(value.toFixed(1)))
