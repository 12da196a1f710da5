import type { TimePoint } from './figure.ts'
import { markup, type Markup } from './markup.ts'
import { percent, written } from './written-number.ts'

/** A table of text; columns of numbers stand at the right. */
export interface Table {
  readonly title: string
  readonly columns: readonly { readonly label: string; readonly number?: boolean }[]
  readonly rows: readonly (readonly string[])[]
  readonly note?: string
}

/** A rate of success of a part of the cells. */
export interface RateRow {
  readonly group: string
  readonly region: string
  readonly criterion: string
  /** The mean over cells of each cell's rate. */
  readonly mean: number
  readonly standardError: number
  /** The 95 % interval of successes / members (Wilson). */
  readonly wilson: readonly [number, number]
  readonly successes: number
  readonly members: number
  readonly cells: number
}

/** How often something was met in a group. */
export interface CountRow {
  readonly group: string
  readonly name: string
  readonly count: number
  readonly members: number
}

/** An event of the members of a group: how many met it, and when first. */
export interface EventRow extends CountRow {
  /** The least, the middle and the largest step of those at which members first met it. */
  readonly steps: readonly [number, number, number] | null
}

/** How long the members of a region took. */
export interface TimeRow extends Omit<TimePoint, 'x'> {
  readonly group: string
  readonly region: string
  readonly name: string
  /** The last step that was looked at. */
  readonly last: number
  /** The ends of the 95 % interval of the mean. */
  readonly meanLow: number | null
  readonly meanHigh: number | null
}

/** A number of the last frame over the members of a group. */
export interface StatisticRow {
  readonly group: string
  readonly name: string
  readonly as: 'median' | 'mean'
  /** Null without a number. */
  readonly value: number | null
  /** The ends of the 95 % interval; null where it is not known. */
  readonly low: number | null
  readonly high: number | null
  /** Members that had a number. */
  readonly count: number
}

const text = (label: string) => ({ label })
const number = (label: string) => ({ label, number: true })

/** Success by group, region and criterion. */
export function ratesTable(rows: readonly RateRow[]): Table {
  return withGroup({
    title: 'Success',
    columns: [
      text('group'),
      text('region'),
      text('criterion'),
      number('mean'),
      number('standard error'),
      number('95 % interval'),
      number('successes'),
      number('members'),
      number('cells'),
    ],
    rows: rows.map((row) => [
      row.group,
      row.region,
      row.criterion,
      row.cells === 0 ? 'no cells' : row.mean.toFixed(4),
      row.cells < 2 ? '' : row.standardError.toFixed(4),
      row.cells === 0 ? '' : `${row.wilson[0].toFixed(4)} to ${row.wilson[1].toFixed(4)}`,
      String(row.successes),
      String(row.members),
      String(row.cells),
    ]),
    note: 'Mean: of the rates of cells; its standard error is their deviation over the root of their number. Interval: Wilson, of successes over members.',
  })
}

/** Times by group, region and name. */
export function timesTable(rows: readonly TimeRow[]): Table {
  const step = ({ last }: TimeRow, value: number | null): string =>
    value === null ? `> ${last}` : written(value)
  return withGroup({
    title: 'Times',
    columns: [
      text('group'),
      text('region'),
      text('time'),
      number('median step'),
      number('95 % interval'),
      number('mean'),
      number('95 % interval'),
      number('not by then'),
      number('members'),
    ],
    rows: rows.map((row) => [
      row.group,
      row.region,
      row.name,
      step(row, row.median),
      `${step(row, row.low)} to ${step(row, row.high)}`,
      row.mean === null ? '' : written(row.mean),
      row.meanLow === null || row.meanHigh === null
        ? ''
        : `${written(row.meanLow)} to ${written(row.meanHigh)}`,
      String(row.censored),
      String(row.count),
    ]),
    note: 'Median and its interval: Kaplan and Meier, of members as if they were independent; who had not arrived by the last step is censored there, and what lies beyond it is not known. Mean: cut at the last step.',
  })
}

/** Medians and means by group and name. */
export function statisticsTable(rows: readonly StatisticRow[]): Table {
  return withGroup({
    title: 'Numbers at the end',
    columns: [
      text('group'),
      text('number'),
      text('over members'),
      number('value'),
      number('95 % interval'),
      number('members'),
    ],
    rows: rows.map(({ group, name, as, value, low, high, count }) => [
      group,
      name,
      as,
      value === null ? 'none' : written(value),
      low === null || high === null ? '' : `${written(low)} to ${written(high)}`,
      String(count),
    ]),
    note: 'Of the last frame. Interval of a median: between two order statistics; of a mean: 1.96 standard errors about it. Members are those that had a number.',
  })
}

/** How members ended, or which of them fulfil something. */
export function countsTable(title: string, what: string, rows: readonly CountRow[]): Table {
  return withGroup({
    title,
    columns: [text('group'), text(what), number('members'), number('of'), number('share')],
    rows: rows.map(({ group, name, count, members }) => [
      group,
      name,
      String(count),
      String(members),
      percent(count, members),
    ]),
  })
}

/** What detectors reported. */
export function eventsTable(rows: readonly EventRow[]): Table {
  return withGroup({
    title: 'Events',
    columns: [
      text('group'),
      text('event'),
      number('members'),
      number('share'),
      number('first step: least'),
      number('middle'),
      number('largest'),
    ],
    rows: rows.map(({ group, name, count, members, steps }) => [
      group,
      name,
      String(count),
      percent(count, members),
      ...(steps ? steps.map(String) : ['', '', '']),
    ]),
  })
}

/** Without its first column where that tells nothing. */
function withGroup(table: Table): Table {
  if (table.rows.some(([group]) => group !== '')) return table
  return { ...table, columns: table.columns.slice(1), rows: table.rows.map((row) => row.slice(1)) }
}

/** A table of a page; one without rows is left out. */
export function tableMarkup({ title, columns, rows, note }: Table): Markup | null {
  if (rows.length === 0) return null
  const look = (k: number): string => (columns[k]?.number ? 'number' : 'text')
  return markup`<h3>${title}</h3>
<div class="scroll"><table>
<thead><tr>${columns.map(({ label }, k) => markup`<th class="${look(k)}" scope="col">${label}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${row.map((cell, k) => markup`<td class="${look(k)}">${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
${note === undefined ? null : markup`<p class="note">${note}</p>\n`}`
}
