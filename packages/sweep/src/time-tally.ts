import { survivalOf, type Survival } from '@ganglion/numerics'
import type { Column } from './column.ts'

/** How many members of each region took how many steps, while chunks go by in any order. */
export class TimeTally {
  readonly #names: readonly string[]
  readonly #inside: readonly Uint8Array[]
  /** By time, then by region: members by step. Few steps are looked at, however many members there are. */
  readonly #reached: readonly (readonly Map<number, number>[])[]
  readonly #members: readonly number[]

  /** `inside`: for each region whether a cell lies in it, 1 or 0. */
  constructor(names: readonly string[], inside: readonly Uint8Array[], trials: number) {
    this.#names = names
    this.#inside = inside
    this.#reached = names.map(() => inside.map(() => new Map<number, number>()))
    this.#members = inside.map((cells) => trials * cells.reduce((all, one) => all + one, 0))
  }

  add(cell: Column['values'], column: (name: string) => Column['values']): void {
    this.#names.forEach((name, t) => {
      const steps = column(`time.${name}`)
      for (let row = 0; row < steps.length; row++) {
        const step = steps[row]!
        if (Number.isNaN(step)) continue
        this.#inside.forEach((inside, r) => {
          const counts = this.#reached[t]![r]!
          if (inside[cell[row]!] === 1) counts.set(step, (counts.get(step) ?? 0) + 1)
        })
      }
    })
  }

  /** The times of a region; who had not reached one by the last step is censored there. */
  summary(region: number, steps: number): Record<string, Survival> {
    return Object.fromEntries(
      this.#names.map((name, t) => {
        const counts = [...this.#reached[t]![region]!]
        const reached = counts.map(([time, count]) => ({ time, reached: true, count }))
        const missing = this.#members[region]! - counts.reduce((all, [, count]) => all + count, 0)
        const censored = missing > 0 ? [{ time: steps, reached: false, count: missing }] : []
        return [name, survivalOf([...reached, ...censored], steps)]
      }),
    )
  }
}
