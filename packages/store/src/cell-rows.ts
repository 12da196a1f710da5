import { outcomes } from '@ganglion/core'
import type { ChunkTable, Column } from '@ganglion/sweep'
import { statisticFields, statisticSignals, statisticValues } from './cell-statistics.ts'
import { timeFields, timeValues } from './cell-times.ts'
import type { Batch, Field, Rows, Values } from './fields.ts'
import { groupFields, startFields, startValues } from './group-fields.ts'
import { readTable } from './read-table.ts'
import type { StoredSweep } from './stored-sweep.ts'

const count = (name: string): Field => ({ name, type: 'count' })

/**
 * A row a cell: what sets its group apart, where it starts, how many trials, how many of them succeeded by each criterion
 * and ended with each outcome, how long they took, and the statistics of their last frames. A cell of which chunks are missing counts the trials that are there.
 */
export function cellRows(run: StoredSweep): Rows {
  const { section, groups } = run.outline
  const counted = [
    'trials',
    ...Object.keys(section.success ?? {}).map((name) => `success.${name}`),
    ...Object.keys(section.shares ?? {}).map((name) => `share.${name}`),
    ...outcomes.map((name) => `outcome.${name}`),
  ]
  const fields = [
    count('group'),
    ...groupFields(groups),
    count('cell'),
    ...startFields(groups),
    ...counted.map(count),
    ...timeFields(section),
    ...statisticFields(section),
  ]
  return { fields, batches: batchesOf(run, fields, counted) }
}

async function* batchesOf(
  run: StoredSweep,
  fields: readonly Field[],
  counted: readonly string[],
): AsyncGenerator<Batch> {
  const { section } = run.outline
  const kept: Kept = { times: Object.keys(section.times ?? {}), signals: statisticSignals(section) }
  let open: Counts | null = null
  for await (const table of readTable(run)) {
    if (open && open.group !== table.group) {
      yield batchOf(run, fields, open)
      open = null
    }
    open ??= new Counts(table.group, counted, kept)
    open.add(table)
    const done = open.closed()
    if (done) yield batchOf(run, fields, done)
  }
  if (open) yield batchOf(run, fields, open)
}

/** Numbers of each trial that are kept until its cell is whole: times, and signals of the last frame. */
interface Kept {
  readonly times: readonly string[]
  readonly signals: readonly string[]
}

/** Counts of cells of a group, in their order. */
class Counts {
  readonly group: number
  readonly cells: number[] = []
  readonly counts: ReadonlyMap<string, number[]>
  /** By time, then by cell: the step of each trial, NaN for never. */
  readonly steps: ReadonlyMap<string, number[][]>
  /** By signal, then by cell: the number of each trial at its end. */
  readonly ended: ReadonlyMap<string, number[][]>
  readonly #kept: Kept

  constructor(group: number, counted: readonly string[], kept: Kept) {
    const { times, signals } = kept
    this.#kept = kept
    this.ended = new Map(signals.map((name) => [name, []]))
    this.group = group
    this.counts = new Map(counted.map((name) => [name, []]))
    this.steps = new Map(times.map((name) => [name, []]))
  }

  add({ columns }: ChunkTable): void {
    const column = (name: string): Column['values'] =>
      columns.find((one) => one.name === name)!.values
    const cell = column('cell')
    const outcome = column('outcome')
    const flags = [...this.counts].filter(([name]) => /^(success|share)\./.test(name))
    const yes = flags.map(([name, counts]) => [column(name), counts] as const)
    const trials = this.counts.get('trials')!
    const lists = [
      ...[...this.steps].map(([name, steps]) => [column(`time.${name}`), steps] as const),
      ...[...this.ended].map(([name, ends]) => [column(name), ends] as const),
    ]
    const ended = outcomes.map((name) => this.counts.get(`outcome.${name}`)!)
    for (let row = 0; row < cell.length; row++) {
      if (this.cells.at(-1) !== cell[row]) {
        this.cells.push(cell[row]!)
        for (const counts of this.counts.values()) counts.push(0)
        for (const [, all] of lists) all.push([])
      }
      const at = this.cells.length - 1
      trials[at]!++
      ended[outcome[row]!]![at]!++
      for (const [values, counts] of yes) counts[at]! += values[row]!
      for (const [values, all] of lists) all[at]!.push(values[row]!)
    }
  }

  /** Takes out all cells but the last, which may go on in the next chunk. */
  closed(): Counts | null {
    const n = this.cells.length - 1
    if (n < 1) return null
    const done = new Counts(this.group, [...this.counts.keys()], this.#kept)
    done.cells.push(...this.cells.splice(0, n))
    for (const [name, counts] of this.counts) done.counts.get(name)!.push(...counts.splice(0, n))
    for (const [name, steps] of this.steps) done.steps.get(name)!.push(...steps.splice(0, n))
    for (const [name, ends] of this.ended) done.ended.get(name)!.push(...ends.splice(0, n))
    return done
  }
}

function batchOf(
  { outline }: StoredSweep,
  fields: readonly Field[],
  { group, cells, counts, steps, ended }: Counts,
): Batch {
  const rows = cells.length
  const times = timeValues(steps, outline.groups[group]!.steps ?? 0)
  const statistics = statisticValues(outline.section, ended)
  const starts = startValues(outline.groups[group]!, cells)
  const options = new Map(
    groupFields(outline.groups).map(({ name, values }) => [name, values[group]]),
  )
  const valuesOf = ({ name }: Field): Values => {
    if (name === 'group') return new Uint32Array(rows).fill(group)
    if (name === 'cell') return cells
    if (options.has(name)) return repeated(options.get(name), rows)
    return counts.get(name) ?? times.get(name) ?? statistics.get(name) ?? starts.get(name) ?? null
  }
  return { rows, columns: fields.map(valuesOf) }
}

/** One value for all rows. */
export function repeated(value: number | string | undefined, rows: number): Values {
  if (value === undefined) return null
  return typeof value === 'number'
    ? new Float64Array(rows).fill(value)
    : Array<string>(rows).fill(value)
}
