import { outcomes } from '@ganglion/core'
import { type ChunkTable, type SweepOutline } from '@ganglion/sweep'
import { groupNames } from './group-names.ts'
import { dimensionsOf, type CellDimension } from './report-figures.ts'

/** What is known so far of one group: members played and successful in each cell of a grid. */
export interface MapLayer {
  /** The criterion, and the group where there are more. */
  readonly title: string
  readonly x: CellDimension
  readonly y: CellDimension
  /** Of the cell (x, y) at `y * x.values.length + x`. */
  readonly played: Uint32Array
  readonly successes: Uint32Array
}

/** Outcomes that no sweep wants. */
const failures = ['failed', 'diverged'] as const

/** The success of a sweep over a grid of two numbers, filling in while chunks are committed. */
export class SweepMap {
  readonly #layers: readonly MapLayer[]
  readonly #criterion: string
  #group = 0
  #failed = 0

  private constructor(layers: readonly MapLayer[], criterion: string) {
    this.#layers = layers
    this.#criterion = criterion
  }

  /** Null where cells differ in more or fewer than two numbers, or nothing says what a success is. */
  static of({ groups, section }: SweepOutline): SweepMap | null {
    const [first] = Object.entries(section.success ?? {})
    if (!first) return null
    const [criterion, { signal, below }] = first
    const layers: MapLayer[] = []
    const names = groupNames(groups.map(({ options }) => options))
    for (const [g, { cells }] of groups.entries()) {
      const [x, y, more] = dimensionsOf(cells) ?? []
      if (!x || !y || more) return null
      const size = x.values.length * y.values.length
      layers.push({
        title: `${names[g] ? `${names[g]}: ` : ''}${signal} below ${below}`,
        x,
        y,
        played: new Uint32Array(size),
        successes: new Uint32Array(size),
      })
    }
    return new SweepMap(layers, criterion)
  }

  add({ group, columns }: ChunkTable): void {
    const column = (name: string) => columns.find((one) => one.name === name)?.values
    const [cell, success] = [column('cell'), column(`success.${this.#criterion}`)]
    const { x, y, played, successes } = this.#layers[group]!
    cell?.forEach((at, row) => {
      const place = y.of(at) * x.values.length + x.of(at)
      played[place]!++
      successes[place]! += success?.[row] ?? 0
    })
    column('outcome')?.forEach((outcome) => {
      if ((failures as readonly string[]).includes(outcomes[outcome]!)) this.#failed++
    })
    this.#group = group
  }

  /** The group whose chunk came last. */
  get layer(): MapLayer {
    return this.#layers[this.#group]!
  }

  /** Members that failed or diverged. */
  get failed(): number {
    return this.#failed
  }
}
