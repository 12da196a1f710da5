import type { ChunkTable } from './chunk-file.ts'
import type { Column } from './column.ts'
import type { GroupOutline, SweepOutline } from './plan-sweep.ts'
import { lies } from './regions.ts'
import { wilson } from './wilson.ts'

/** Success in a region: the mean over cells of each cell's rate, and how sure that is. */
export interface Rate {
  readonly mean: number
  /** Deviation of the rates of cells over the root of their number. */
  readonly standardError: number
  readonly cells: number
  readonly successes: number
  readonly members: number
  /** 95 % interval of successes / members (Wilson). */
  readonly wilson: readonly [number, number]
}

/** An entry of the summary: its group, each region with each criterion, and shares of all members. */
export type GroupSummary = { readonly group: Readonly<Record<string, unknown>> } & {
  readonly [name: string]: Readonly<Record<string, unknown>> | number
}

/** Counts successes cell by cell while chunks go by, in any order. */
export class Tally {
  readonly #plan: SweepOutline
  readonly #counts: readonly Readonly<Record<string, Uint32Array>>[]
  readonly #shares: readonly Record<string, number>[]

  constructor(plan: SweepOutline) {
    const { section, groups } = plan
    this.#plan = plan
    this.#counts = groups.map(({ cells }) =>
      counters(section.success, () => new Uint32Array(cells.count)),
    )
    this.#shares = groups.map(() => counters(section.shares, () => 0))
  }

  add({ group, columns }: ChunkTable): void {
    const column = (name: string): Column['values'] =>
      columns.find((one) => one.name === name)!.values
    const cell = column('cell')
    for (const [name, counts] of Object.entries(this.#counts[group]!))
      column(`success.${name}`).forEach((yes, row) => (counts[cell[row]!]! += yes))
    const shares = this.#shares[group]!
    for (const name of Object.keys(shares))
      column(`share.${name}`).forEach((yes) => (shares[name]! += yes))
  }

  /** Successes by cell of a criterion in a group. */
  successes(group: number, criterion: string): Uint32Array {
    return this.#counts[group]![criterion]!
  }

  summary(): GroupSummary[] {
    const { groups, section } = this.#plan
    const regions = Object.entries(section.regions ?? { all: {} })
    return groups.map((group, g) => {
      const found: Record<string, Record<string, unknown> | number> = {}
      for (const [name, region] of regions) {
        const inside = cellsWhere(group, (cell) => lies(region, group.cells, cell))
        found[name] = Object.fromEntries(
          Object.entries(this.#counts[g]!).map(([criterion, counts]) => [
            criterion,
            rateOver(counts, inside, group.trials),
          ]),
        )
      }
      for (const [name, count] of Object.entries(this.#shares[g]!))
        found[name] = count / group.members
      return { group: group.options, ...found } as GroupSummary
    })
  }
}

function counters<T>(
  named: Readonly<Record<string, unknown>> | undefined,
  make: () => T,
): Record<string, T> {
  return Object.fromEntries(Object.keys(named ?? {}).map((name) => [name, make()]))
}

function cellsWhere({ cells }: GroupOutline, wanted: (cell: number) => boolean): number[] {
  const found: number[] = []
  for (let cell = 0; cell < cells.count; cell++) if (wanted(cell)) found.push(cell)
  return found
}

function rateOver(counts: Uint32Array, inside: readonly number[], trials: number): Rate {
  const cells = inside.length
  const successes = inside.reduce((all, cell) => all + counts[cell]!, 0)
  const members = cells * trials
  const mean = successes / members
  const spread = inside.reduce((all, cell) => {
    const away = counts[cell]! / trials - mean
    return all + away * away
  }, 0)
  const standardError = cells > 1 ? Math.sqrt(spread / (cells - 1) / cells) : NaN
  return { mean, standardError, cells, successes, members, wilson: wilson(successes, members) }
}
