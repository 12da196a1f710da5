import type { Row } from './way.ts'

/** The unit of a table, in ns. */
export const units = { ns: 1, us: 1000 } as const

/** The table of one work: a row for each way to do it, a column for each number of members, and how many times the first way's. */
export function table(work: string, rows: readonly Row[], unit: keyof typeof units): string[] {
  const here = rows.filter((row) => row.work === work)
  const members = [...new Set(here.map((row) => row.members))]
  const ways = [...new Set(here.filter(({ ns }) => ns !== null).map(({ who }) => who))]
  const find = (who: string, count: number): number | null =>
    here.find((row) => row.who === who && row.members === count)?.ns ?? null
  const cell = (who: string, count: number): string => {
    const ns = find(who, count)
    const base = find(ways[0]!, count)
    if (ns === null || base === null) return ''
    return `${(ns / units[unit]).toFixed(1)} (${(ns / base).toFixed(2)}x)`
  }
  return [
    `| | ${members.join(' | ')} members |`,
    `|---|${members.map(() => '--:|').join('')}`,
    ...ways.map((who) => `| ${who} | ${members.map((count) => cell(who, count)).join(' | ')} |`),
    '',
  ]
}
