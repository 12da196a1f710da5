import type { Criterion } from '@ganglion/plan'
import { outcomes, PluginError, type Frame, type Plan, type Result } from '@ganglion/core'
import { createExperiment, type ExperimentOptions, type LiveExperiment } from '@ganglion/engine'
import { cellNumber } from './cells.ts'
import type { ChunkTable } from './chunk-file.ts'
import type { Chunk } from './chunks.ts'
import type { Column } from './column.ts'
import { FirstTimes } from './first-times.ts'
import type { Group, SweepPlan } from './plan-sweep.ts'

/** About so many members play together: a step's overhead is spread thin, and all arrays stay in the cache. */
const ensembleMembers = 4096

/** How a chunk is played; nothing here changes its rows. */
export interface Playing extends Pick<ExperimentOptions, 'trace' | 'frozen'> {
  /** Members that play together. */
  readonly ensemble?: number
}

/** Plays the members of a chunk, in ensembles. Rejects with the PluginError of a game that failed. */
export async function playChunk(
  { groups, section }: SweepPlan,
  chunk: Chunk,
  { ensemble = evenly(chunk.to - chunk.from), ...guarding }: Playing = {},
): Promise<ChunkTable> {
  const group = groups[chunk.group]!
  const gathered = new Gathered(group, chunk)
  const times = section.times ? new FirstTimes(section.times, chunk.to - chunk.from) : null
  for (let from = chunk.from; from < chunk.to; from += ensemble) {
    const to = Math.min(chunk.to, from + ensemble)
    await play(group, from, to, gathered, guarding, (live) => times?.watch(live, from - chunk.from))
  }
  const criteria = { success: section.success ?? {}, share: section.shares ?? {} }
  return { ...chunk, columns: [...gathered.columns(criteria), ...(times?.columns() ?? [])] }
}

/** The size of ensembles that are about equal. */
function evenly(members: number): number {
  return Math.ceil(members / Math.max(1, Math.round(members / ensembleMembers)))
}

/** Plans by their number of members: one plan object keeps what is derived from it. */
const sized = new WeakMap<Group, Map<number, Plan>>()

function planFor(group: Group, members: number): Plan {
  const known = sized.get(group) ?? new Map<number, Plan>()
  sized.set(group, known)
  const plan = known.get(members) ?? { ...group.plan, members }
  known.set(members, plan)
  return plan
}

/** Plays members [from, to) of a group as one ensemble. */
async function play(
  group: Group,
  from: number,
  to: number,
  gathered: Gathered,
  guarding: Pick<ExperimentOptions, 'trace' | 'frozen'>,
  watch: (live: LiveExperiment) => void,
): Promise<void> {
  const plan = planFor(group, to - from)
  const own = ownNumbers(group, from, to)
  const live = createExperiment(plan, { ...guarding, firstMember: from, own })
  live.events$.subscribe((event) => {
    if (event.type === 'event') gathered.note(event.event, from + event.member, event.step)
  })
  watch(live)
  const result = await live.done
  if (result.error) throw locatedIn(group, from, result.error)
  gathered.take(from, result)
}

/** The values of the cells, as the engine takes them: number c of member m at c * members + m. */
export function ownNumbers(
  { cells, trials }: Group,
  from: number,
  to: number,
): Record<string, Float64Array> {
  const members = to - from
  return Object.fromEntries(
    cells.axes.map(({ path, width }, axis) => {
      const numbers = new Float64Array(width * members)
      for (let c = 0; c < width; c++)
        for (let m = 0; m < members; m++)
          numbers[c * members + m] = cellNumber(cells, Math.floor((from + m) / trials), axis, c)
      return [path, numbers]
    }),
  )
}

function locatedIn({ trials }: Group, from: number, error: PluginError): PluginError {
  const { plugin, port, member, step } = error
  const global = from + (member ?? 0)
  const place = `cell ${Math.floor(global / trials)}, trial ${global % trials}`
  return new PluginError(
    { plugin, port, step, ...(member === null ? {} : { member: global }) },
    `${place}: ${error.message}`,
    error,
  )
}

/** The rows of a chunk while its ensembles end. */
class Gathered {
  readonly #group: Group
  readonly #chunk: Chunk
  readonly #outcome: Uint8Array
  readonly #first: ReadonlyMap<string, Float64Array>
  readonly #signals = new Map<string, Float64Array[]>()

  constructor(group: Group, chunk: Chunk) {
    const rows = chunk.to - chunk.from
    this.#group = group
    this.#chunk = chunk
    this.#outcome = new Uint8Array(rows)
    this.#first = new Map(
      group.plan.detectors.map(({ event }) => [event, new Float64Array(rows).fill(NaN)]),
    )
  }

  /** An event: the first of its kind counts. */
  note(event: string, member: number, step: number): void {
    const first = this.#first.get(event)
    const row = member - this.#chunk.from
    if (first && Number.isNaN(first[row]!)) first[row] = step
  }

  /** How an ensemble ended. */
  take(from: number, { outcomes: ended, final }: Result): void {
    const at = from - this.#chunk.from
    ended.forEach((outcome, m) => (this.#outcome[at + m] = outcomes.indexOf(outcome)))
    for (const [name, { cells, numbers }] of Object.entries(final.signals)) {
      if (name.startsWith('target.')) continue
      const columns = this.#columnsOf(name, cells, final)
      for (let c = 0; c < cells; c++)
        columns[c]!.set(numbers.subarray(c * final.members, (c + 1) * final.members), at)
    }
  }

  #columnsOf(name: string, cells: number, { step }: Frame): Float64Array[] {
    const rows = this.#outcome.length
    const found = this.#signals.get(name)
    if (found && found.length !== cells)
      throw new PluginError(
        { plugin: name, port: 'number', step },
        `expected ${found.length} numbers for signal ${name} in every ensemble, got ${cells}`,
      )
    const columns = found ?? Array.from({ length: cells }, () => new Float64Array(rows))
    this.#signals.set(name, columns)
    return columns
  }

  columns(criteria: Readonly<Record<string, Readonly<Record<string, Criterion>>>>): Column[] {
    const places = this.#places()
    const judged = Object.entries(criteria).flatMap(([kind, named]) =>
      Object.entries(named).map(([name, criterion]): Column => ({
        name: `${kind}.${name}`,
        type: 'u8',
        values: this.#judge(criterion),
      })),
    )
    return [
      { name: 'cell', type: 'u32', values: places.cell },
      { name: 'trial', type: 'u32', values: places.trial },
      { name: 'outcome', type: 'u8', values: this.#outcome },
      ...[...this.#first].map(([event, values]): Column => ({
        name: `first.${event}`,
        type: 'f64',
        values,
      })),
      ...[...this.#signals].flatMap(([name, columns]) =>
        columns.map((values, c): Column => ({
          name: columns.length === 1 ? name : `${name}[${c}]`,
          type: 'f64',
          values,
        })),
      ),
      ...judged,
    ]
  }

  #places(): { readonly cell: Uint32Array; readonly trial: Uint32Array } {
    const { length } = this.#outcome
    const [cell, trial] = [new Uint32Array(length), new Uint32Array(length)]
    for (let row = 0; row < length; row++) {
      const member = this.#chunk.from + row
      cell[row] = Math.floor(member / this.#group.trials)
      trial[row] = member % this.#group.trials
    }
    return { cell, trial }
  }

  /** 1 where the largest number of the signal lies below; a signal that is missing or NaN never does. */
  #judge({ signal, below }: Criterion): Uint8Array {
    const columns = this.#signals.get(signal) ?? []
    const judged = new Uint8Array(this.#outcome.length).fill(columns.length > 0 ? 1 : 0)
    for (const values of columns)
      for (let row = 0; row < judged.length; row++) if (!(values[row]! < below)) judged[row] = 0
    return judged
  }
}
