import type { Frame } from '@ganglion/core'
import type { LiveExperiment } from '@ganglion/engine'
import type { Criterion } from '@ganglion/plan'
import type { Column } from './column.ts'

/** The first steps at which signals of members were seen below: of a list the largest number counts. */
export class FirstTimes {
  readonly #times: readonly { readonly name: string; readonly criterion: Criterion }[]
  /** By time and row; NaN for not yet. */
  readonly #steps: readonly Float64Array[]
  readonly #ended: Uint8Array

  constructor(times: Readonly<Record<string, Criterion>>, rows: number) {
    this.#times = Object.entries(times).map(([name, criterion]) => ({ name, criterion }))
    this.#steps = this.#times.map(() => new Float64Array(rows).fill(NaN))
    this.#ended = new Uint8Array(rows)
  }

  /** Looks at all frames of an ensemble whose first member stands in a row. */
  watch({ frames$, events$ }: Pick<LiveExperiment, 'frames$' | 'events$'>, row: number): void {
    frames$.subscribe((frame) => this.#see(frame, row))
    events$.subscribe((event) => {
      // One that has diverged plays no more: whether others play on beside it must not tell.
      if (event.type === 'event' && event.event === 'divergence')
        this.#ended[row + event.member] = 1
    })
  }

  #see({ step, members, signals }: Frame, row: number): void {
    this.#times.forEach(({ criterion: { signal, below } }, t) => {
      const found = signals[signal]
      if (!found) return
      const { cells, numbers } = found
      const steps = this.#steps[t]!
      for (let m = 0; m < members; m++) {
        if (!Number.isNaN(steps[row + m]!) || this.#ended[row + m] === 1) continue
        let reached = cells > 0
        for (let c = 0; c < cells && reached; c++) reached = numbers[c * members + m]! < below
        if (reached) steps[row + m] = step
      }
    })
  }

  /** A column a time: the step, NaN for never. */
  columns(): Column[] {
    return this.#times.map(({ name }, t) => ({
      name: `time.${name}`,
      type: 'f64',
      values: this.#steps[t]!,
    }))
  }
}
