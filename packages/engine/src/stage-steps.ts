import type { Plan, PluginError } from '@ganglion/core'
import type { Cue } from './conductor.ts'
import type { Journal } from './stage-journal.ts'
import type { Table } from './table.ts'
import type { Troupe } from './troupe.ts'

/** What became of a step that was to be played. */
export type Played = 'played' | 'waiting' | 'ended'

/** Plays the steps of a game, one when it is asked, and does between two of them what must not be done inside of one. */
export class Steps {
  /** Steps that were played. */
  done: number
  /** Somebody wants the game to end: what waits for the end of a step is not kept until the next. */
  stopped = false
  readonly #plan: Plan
  readonly #journal: Journal
  readonly #tell: (cue: Cue) => void
  readonly #wake: () => void
  readonly #changes: (() => void)[] = []
  #table: Table | null = null
  #troupe: Troupe | null = null
  #inside = false
  #owed = 0

  /** `tell` speaks to the statechart; `wake` is called when a step that waited for a wire may go on. */
  constructor(
    plan: Plan,
    journal: Journal,
    done: number,
    tell: (cue: Cue) => void,
    wake: () => void,
  ) {
    this.#plan = plan
    this.#journal = journal
    this.done = done
    this.#tell = tell
    this.#wake = wake
  }

  /** Whether a step has begun and not ended. */
  get inside(): boolean {
    return this.#inside
  }

  /** Everything is there that plays. */
  seat(table: Table, troupe: Troupe): void {
    this.#table = table
    this.#troupe = troupe
  }

  /** Plays a step; the pump calls it. */
  play(): Played {
    try {
      if (this.done >= this.#plan.steps) return this.#over()
      if (!this.#inside) this.#applyChanges()
      this.#inside = true
      if (!this.#troupe!.round.play(this.#woken)) return 'waiting'
      this.#inside = false
      this.#afterStep()
      return this.done >= this.#plan.steps || this.#journal.over ? this.#over() : 'played'
    } catch (error) {
      this.#tell({ type: 'fail', error: error as PluginError })
      return 'ended'
    }
  }

  /** Plays so many steps more, now; those that must wait for a wire are owed. */
  playSome(count: number): void {
    this.#owed += count
    while (this.#owed > 0) {
      const done = this.play()
      if (done === 'waiting') return
      this.#owed = done === 'played' ? this.#owed - 1 : 0
    }
  }

  /** Whoever plays on owes no single steps any more. */
  forgive(): void {
    this.#owed = 0
  }

  /** Does something between two steps: now, or as soon as the step that is being played has ended. */
  between(change: () => void): void {
    if (this.#troupe && !this.#inside) change()
    else this.#changes.push(change)
  }

  /** Keeps the frame of this step. */
  record(): void {
    this.#journal.record(this.#troupe!, this.done, this.#endMember)
  }

  /** Keeps the last frame, if it is not kept yet, and tells what detectors say at the end. */
  conclude(): void {
    if (this.#journal.last?.step !== this.done) this.record()
    this.#journal.conclude(this.#endMember)
  }

  #afterStep(): void {
    this.#table!.generator.recycle()
    this.#table!.discriminator.recycle()
    this.done++
    this.#table!.discriminator.step = this.done
    if (this.done % this.#plan.every === 0) this.record()
    else this.#journal.glance(this.#troupe!, this.done)
    if (this.stopped) this.#applyChanges()
  }

  #over(): 'ended' {
    this.#tell({ type: 'end' })
    return 'ended'
  }

  readonly #woken = (): void => {
    if (this.#owed > 0) setImmediate(() => this.playSome(0))
    else this.#wake()
  }

  #applyChanges(): void {
    for (const change of this.#changes.splice(0)) change()
  }

  readonly #endMember = (member: number): void => {
    this.#table!.generator.player.end(member)
    this.#table!.discriminator.player.end(member)
  }
}
