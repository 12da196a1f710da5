import { visible } from '@ganglion/core'
import type { Finished, GroupSummary, Rate, SweepOutline } from '@ganglion/sweep'
import { toJson } from './json-lines.ts'

/** Seconds in words: 45 s, 3 min 20 s, 2 h 5 min. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return seconds < 10 ? `${seconds.toFixed(1)} s` : `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

/** What a sweep consists of. */
export function planText({ cells, members, chunks, groups }: SweepOutline): string {
  const of = groups.length > 1 ? ` in ${groups.length} groups` : ''
  return `${cells} cells${of}, ${members} members, ${chunks.length} chunks`
}

/** The table of a finished sweep: a line a group, region and criterion. */
export function finishedText({ summary, table }: Finished): string {
  const rows = summary.flatMap(rowsOf)
  const head = ['group', 'region', 'success', 'mean', '+-', '95 % interval', 'cells', 'members']
  const all = [head, ...rows]
  const widths = head.map((_, k) => Math.max(...all.map((row) => row[k]!.length)))
  const lines = all.map((row) =>
    row
      .map((text, k) => (k < 3 ? text.padEnd(widths[k]!) : text.padStart(widths[k]!)))
      .join('  ')
      .trimEnd(),
  )
  return visible([...lines, `table ${table}`].join('\n'), { newlines: true })
}

function rowsOf({ group, ...found }: GroupSummary): string[][] {
  const name = Object.entries(group)
    .map(([path, value]) => `${path}=${typeof value === 'string' ? value : toJson(value)}`)
    .join(' ')
  return Object.entries(found).flatMap(([region, rates]) =>
    typeof rates === 'number'
      ? [[name, region, '', rates.toFixed(4), '', '', '', '']]
      : Object.entries(rates as Record<string, Rate>).map(([criterion, rate]) => [
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
}
