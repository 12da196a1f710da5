import type { Survival } from '@ganglion/numerics'
import type { ChunkTable } from './chunk-file.ts'
import type { Column } from './column.ts'
import type { SweepOutline } from './plan-sweep.ts'
import { lies } from './regions.ts'
import { isStatistic, StatisticTally, type Summed } from './statistics.ts'
import { TimeTally } from './time-tally.ts'
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

/** Times of a region by name. */
export type Times = Readonly<Record<string, Survival>>

/** A region of the summary: its rates by criterion; and, as `times`, how long its members took. */
export type RegionSummary = Readonly<Record<string, Rate | Times>>

/** An entry of the summary: its group, each region with each criterion, null where no cell lies; and shares and statistics of all members. */
export type GroupSummary = { readonly group: Readonly<Record<string, unknown>> } & {
  readonly [name: string]: Readonly<Record<string, unknown>> | number | null
}

/** Counts successes cell by cell, and times region by region, while chunks go by, in any order. */
export class Tally {
  readonly #plan: SweepOutline
  readonly #regions: readonly string[]
  /** By group and region: 1 for each cell that lies in it. */
  readonly #inside: readonly (readonly Uint8Array[])[]
  readonly #counts: readonly Readonly<Record<string, Uint32Array>>[]
  readonly #shares: readonly Record<string, number>[]
  readonly #times: readonly TimeTally[]
  readonly #statistics: readonly StatisticTally[]

  constructor(plan: SweepOutline) {
    const { section, groups } = plan
    const times = Object.keys(section.times ?? {})
    const judged = section.success !== undefined || times.length > 0
    // Where nothing is judged by region there is nothing to tell of any.
    const regions = judged ? Object.entries(section.regions ?? { all: {} }) : []
    this.#plan = plan
    this.#regions = regions.map(([name]) => name)
    this.#inside = groups.map(({ cells }) =>
      regions.map(([, region]) =>
        new Uint8Array(cells.count).map((_, cell) => (lies(region, cells, cell) ? 1 : 0)),
      ),
    )
    this.#counts = groups.map(({ cells }) =>
      counters(section.success, () => new Uint32Array(cells.count)),
    )
    this.#shares = groups.map(() => counters(section.shares, () => 0))
    this.#times = groups.map(({ trials }, g) => new TimeTally(times, this.#inside[g]!, trials))
    this.#statistics = groups.map(() => new StatisticTally(section.statistics ?? {}))
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
    this.#times[group]!.add(cell, column)
    this.#statistics[group]!.add(columns)
  }

  /** Successes by cell of a criterion in a group. */
  successes(group: number, criterion: string): Uint32Array {
    return this.#counts[group]![criterion]!
  }

  summary(): GroupSummary[] {
    return this.#plan.groups.map((group, g) => {
      const found: Record<string, RegionSummary | Summed | number | null> = {}
      this.#regions.forEach((name, r) => (found[name] = this.#region(g, r)))
      for (const [name, count] of Object.entries(this.#shares[g]!))
        found[name] = count / group.members
      Object.assign(found, this.#statistics[g]!.summary())
      return { group: group.options, ...found } as GroupSummary
    })
  }

  /** A region of a group; null where no cell lies in it. */
  #region(g: number, r: number): RegionSummary | null {
    const { trials, steps } = this.#plan.groups[g]!
    const inside: number[] = []
    this.#inside[g]![r]!.forEach((yes, cell) => yes === 1 && inside.push(cell))
    if (inside.length === 0) return null
    const rates = Object.entries(this.#counts[g]!).map(([criterion, counts]) => [
      criterion,
      rateOver(counts, inside, trials),
    ])
    const times = steps === undefined ? {} : { times: this.#times[g]!.summary(r, steps) }
    return { ...(Object.fromEntries(rates) as Record<string, Rate>), ...times }
  }
}

/** The rates of a region by criterion; none for one without cells. */
export function ratesIn(region: RegionSummary | null): [criterion: string, rate: Rate][] {
  return Object.entries(region ?? {}).filter(
    (entry): entry is [string, Rate] => entry[0] !== 'times',
  )
}

/** The times of a region by name; none for one without cells. */
export function timesIn(region: RegionSummary | null): [name: string, times: Survival][] {
  return Object.entries((region?.['times'] ?? {}) as Times)
}

/** The regions of an entry, without its group, its shares and its statistics. */
export function regionsIn(entry: GroupSummary): [string, RegionSummary | null][] {
  return Object.entries(entry).flatMap(([name, value]) =>
    name === 'group' || typeof value === 'number' || isStatistic(value)
      ? []
      : [[name, value as RegionSummary | null]],
  )
}

function counters<T>(
  named: Readonly<Record<string, unknown>> | undefined,
  make: () => T,
): Record<string, T> {
  return Object.fromEntries(Object.keys(named ?? {}).map((name) => [name, make()]))
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
