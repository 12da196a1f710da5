import type { Backend } from '@ganglion/calculus'
import type { Block, ExperimentState, Plan, PluginError, Result, Snapshot } from '@ganglion/core'
import { exact, fast } from '@ganglion/kernels'
import { BehaviorSubject } from 'rxjs'
import { createActor } from 'xstate'
import { blockToChange, changeable } from './changeable.ts'
import { conductor } from './conductor.ts'
import { guardPlan } from './guard-plan.ts'
import type { ExperimentOptions, LiveExperiment } from './live-experiment.ts'
import type { PluginActor } from './plugin-actor.ts'
import { Pump } from './pump.ts'
import { ratesOf } from './rates.ts'
import {
  requireBetween,
  requireSame,
  requireSettled,
  restoreSnapshot,
  takeSnapshot,
} from './snapshot.ts'
import { controlsOf } from './stage-controls.ts'
import { Journal } from './stage-journal.ts'
import { Steps } from './stage-steps.ts'
import { layTable, type Table } from './table.ts'
import { seatTroupe, type Troupe } from './troupe.ts'

/** A game on its stage: the statechart, the steps it has played and what was told of them, brought together. */
export class Stage {
  readonly experiment: LiveExperiment
  readonly #plan: Plan
  readonly #options: ExperimentOptions
  readonly #backend: Backend
  readonly #state = new BehaviorSubject<ExperimentState>('preparing')
  readonly #journal: Journal
  readonly #steps: Steps
  readonly #pump: Pump
  readonly #machine
  readonly #rates: Record<string, Block>
  #table: Table | null = null
  #troupe: Troupe | null = null
  #settle: (result: Result) => void = () => undefined

  constructor(written: Plan, options: ExperimentOptions) {
    const plan = guardPlan(written, options)
    this.#plan = plan
    this.#options = options
    this.#backend = options.backend ?? { exact, fast }[plan.profile ?? 'exact']
    const { from } = options
    if (from) requireSame(plan, options.firstMember ?? 0, from)
    this.#journal = new Journal(plan, from)
    this.#rates = ratesOf(plan, (n) => this.#backend.allocate(n), options.own)
    this.#steps = new Steps(
      plan,
      this.#journal,
      from?.step ?? 0,
      (cue) => this.#machine.send(cue),
      () => this.#pump.wake(),
    )
    this.#pump = new Pump(() => this.#steps.play())
    this.#pump.pace(options.pace ?? null)
    this.#machine = this.#conducted()
    this.experiment = this.#face()
    this.#machine.subscribe({
      next: ({ value }) =>
        value !== this.#state.value && this.#state.next(value as ExperimentState),
      error: () => undefined,
    })
    this.#machine.start()
  }

  #conducted() {
    return createActor(
      conductor({
        prepare: async () => {
          // One turn of the event loop, so that whoever made the experiment can subscribe before its first frame.
          await new Promise((resolve) => setImmediate(resolve))
          return this.#prepare()
        },
        play: () => {
          this.#steps.forgive()
          this.#pump.start()
        },
        rest: () => this.#pump.stop(),
        stepOnce: (count) => this.#steps.playSome(count),
        finish: () => this.#finish(),
        fail: (error) => this.#end(error),
        startsPaused: this.#options.paused ?? false,
      }),
    )
  }

  #face(): LiveExperiment {
    return {
      frames$: this.#journal.frames,
      events$: this.#journal.events,
      verdict$: this.#journal.verdicts,
      state$: this.#state,
      controls: controlsOf({
        tell: (cue) => this.#machine.send(cue),
        steps: this.#steps,
        pump: this.#pump,
        troupe: () => this.#troupe,
        set: (path, value) => this.#set(path, value),
      }),
      actors: () => (this.#troupe?.actors ?? []).map((a) => a.status),
      done: new Promise((resolve) => (this.#settle = resolve)),
      wire: (name, operator) =>
        this.#steps.between(() => this.#troupe!.round[name].put(operator as never)),
      snapshot: () => this.#snapshot(),
      moment: () => {
        requireBetween(this.#troupe !== null, this.#steps.inside)
        return this.#troupe!.moment()
      },
    }
  }

  #prepare(): readonly PluginActor[] {
    const seating = {
      firstMember: 0,
      poison: false,
      ...this.#options,
      backend: this.#backend,
      extent: 'read',
    } as const
    const { from } = this.#options
    this.#table = layTable(this.#plan, seating)
    const step = (): number => this.#steps.done
    const troupe = seatTroupe(this.#plan, this.#table, this.#rates, step, this.#options)
    if (from) restoreSnapshot(from, this.#table, troupe.round, this.#rates)
    this.#troupe = troupe
    this.#steps.seat(this.#table, troupe)
    if (!from) this.#steps.record()
    return troupe.actors
  }

  #finish(): void {
    try {
      this.#steps.conclude()
      this.#end(null)
    } catch (error) {
      this.#end(error as PluginError)
    }
  }

  #end(error: PluginError | null): void {
    this.#pump.stop()
    const { done, stopped } = this.#steps
    this.#settle(this.#journal.result(done, stopped && done < this.#plan.steps, error))
    queueMicrotask(() => {
      this.#journal.close()
      this.#state.complete()
    })
  }

  #snapshot(): Snapshot {
    const journal = this.#journal
    requireSettled(this.#state.value, this.#steps.inside, journal.writing)
    return takeSnapshot({
      plan: this.#plan,
      firstMember: this.#options.firstMember ?? 0,
      step: this.#steps.done,
      last: journal.newest,
      table: this.#table!,
      round: this.#troupe!.round,
      rates: this.#rates,
      watch: journal.save(),
      outcomes: journal.outcomes,
      events: journal.counts,
    })
  }

  #set(path: string, value: number): void {
    const target = blockToChange(this.#plan, changeable(this.#table, this.#rates), path, value)
    this.#steps.between(() => target.numbers.fill(value))
  }
}
