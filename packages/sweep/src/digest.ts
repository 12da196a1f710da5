import { createHash, type Hash } from 'node:crypto'
import { canonical } from '@ganglion/plan'
import type { ChunkTable } from './chunk-file.ts'
import { columnBytes, type ColumnHead } from './column.ts'
import type { SweepOutline } from './plan-sweep.ts'

interface Running {
  readonly head: ColumnHead
  readonly hash: Hash
}

/**
 * The sha256 of a table: over each group's options, rows, and the name, type and sha256 of each column, whose canonical
 * bytes stand in the order of members. Chunks are given in their order; how they are cut changes nothing.
 */
export class Digest {
  readonly #plan: SweepOutline
  readonly #groups: Running[][]
  #next = 0

  constructor(plan: SweepOutline) {
    this.#plan = plan
    this.#groups = plan.groups.map(() => [])
  }

  add(table: ChunkTable): void {
    if (table.chunk !== this.#next++)
      throw new Error(`expected chunk ${this.#next - 1} of the table, got ${table.chunk}`)
    const running = this.#groups[table.group]!
    if (running.length === 0)
      for (const { name, type } of table.columns)
        running.push({ head: { name, type }, hash: createHash('sha256') })
    table.columns.forEach((column, k) => {
      if (running[k]?.head.name !== column.name)
        throw new Error(`chunk ${table.chunk} has a column ${column.name} that others lack`)
      running[k].hash.update(columnBytes(column))
    })
  }

  /** `sha256:...`. */
  end(): string {
    const groups = this.#plan.groups.map(({ options, members }, g) => ({
      options,
      members,
      columns: this.#groups[g]!.map(({ head, hash }) => ({ ...head, sha256: hash.digest('hex') })),
    }))
    return `sha256:${createHash('sha256').update(canonical(groups)).digest('hex')}`
  }
}
