import { outcomes, PluginError, type Frame, type Result } from '@ganglion/core'
import type { LiveExperiment } from '@ganglion/engine'
import type { Criterion } from '@ganglion/plan'
import type { Chunk } from './chunks.ts'
import type { Column } from './column.ts'
import type { Group } from './plan-sweep.ts'

/** The rows of a chunk while its ensembles end. */
export class Gathered {
  readonly #group: Group
  readonly #chunk: Chunk
  readonly #outcome: Uint8Array
  readonly #first: ReadonlyMap<string, Float64Array>
  readonly #signals = new Map<string, Float64Array[]>()
  readonly #leftOut: ReadonlySet<string>

  constructor(group: Group, chunk: Chunk) {
    const rows = chunk.to - chunk.from
    this.#group = group
    this.#chunk = chunk
    this.#outcome = new Uint8Array(rows)
    this.#leftOut = new Set(group.leftOut)
    this.#first = new Map(
      group.plan.detectors.map(({ event }) => [event, new Float64Array(rows).fill(NaN)]),
    )
  }

  /** Notes the events of a game whose first member is given: the first of a kind counts. */
  watch(from: number, { events$ }: Pick<LiveExperiment, 'events$'>): void {
    events$.subscribe((told) => {
      if (told.type !== 'event') return
      const first = this.#first.get(told.event)
      const row = from + told.member - this.#chunk.from
      if (first && Number.isNaN(first[row]!)) first[row] = told.step
    })
  }

  /** How an ensemble ended. */
  take(from: number, { outcomes: ended, final }: Result): void {
    const at = from - this.#chunk.from
    ended.forEach((outcome, m) => (this.#outcome[at + m] = outcomes.indexOf(outcome)))
    for (const [name, { cells, numbers }] of Object.entries(final.signals)) {
      if (name.startsWith('target.') || this.#leftOut.has(name)) continue
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
