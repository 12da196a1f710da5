import type { Backend } from '@ganglion/calculus'
import { exact, fast } from '@ganglion/kernels'
import {
  watch,
  type Block,
  type Controls,
  type ExperimentState,
  type Frame,
  type GanglionEvent,
  type Outcome,
  type Plan,
  type PluginError,
  type Result,
  type Snapshot,
  type Verdict,
} from '@ganglion/core'
import { BehaviorSubject, ReplaySubject, Subject } from 'rxjs'
import { createActor } from 'xstate'
import { blockToChange, changeable } from './changeable.ts'
import { conductor } from './conductor.ts'
import { guardPlan } from './guard-plan.ts'
import type { ExperimentOptions, LiveExperiment } from './live-experiment.ts'
import type { PluginActor } from './plugin-actor.ts'
import { Pump } from './pump.ts'
import { ratesOf } from './rates.ts'
import { requireSame, requireSettled, restoreSnapshot, takeSnapshot } from './snapshot.ts'
import { layTable, type Table } from './table.ts'
import { seatTroupe, type Troupe } from './troupe.ts'

/** A game on its stage: what the statechart, the pump and the user's hands act upon. */
export class Stage {
  readonly experiment: LiveExperiment
  readonly #plan: Plan
  readonly #options: ExperimentOptions
  readonly #backend: Backend
  readonly #frames = new Subject<Frame>()
  // Events are few and none may be lost, so whoever comes late hears them all.
  readonly #events = new ReplaySubject<GanglionEvent>()
  readonly #verdicts = new Subject<Verdict>()
  readonly #state = new BehaviorSubject<ExperimentState>('preparing')
  readonly #pump: Pump
  readonly #machine
  readonly #rates: Record<string, Block>
  readonly #findings
  readonly #counts: Record<string, number> = {}
  readonly #changes: (() => void)[] = []
  readonly #outcomes: (Outcome | null)[]
  #table: Table | null = null
  #troupe: Troupe | null = null
  #last: Frame | null = null
  #step = 0
  #owed = 0
  #inside = false
  #recording = false
  #stopped = false
  #settle: (result: Result) => void = () => undefined

  constructor(written: Plan, options: ExperimentOptions) {
    const plan = guardPlan(written, options)
    this.#plan = plan
    this.#options = options
    this.#backend = options.backend ?? { exact, fast }[plan.profile ?? 'exact']
    const { from } = options
    if (from) requireSame(plan, options.firstMember ?? 0, from)
    this.#findings = watch(plan.detectors, plan.members, from?.detectors)
    this.#outcomes = Array.from({ length: plan.members }, (_, m) => from?.outcomes[m] ?? null)
    this.#step = from?.step ?? 0
    this.#last = from?.last ?? null
    Object.assign(this.#counts, from?.events)
    const allocate = (n: number): Float64Array => this.#backend.allocate(n)
    this.#rates = ratesOf(plan, allocate, options.own)
    this.#pump = new Pump(() => this.#play())
    this.#pump.pace(options.pace ?? null)
    this.#machine = createActor(
      conductor({
        prepare: async () => {
          // One turn of the event loop, so that whoever made the experiment can subscribe before its first frame.
          await new Promise((resolve) => setImmediate(resolve))
          return this.#prepare()
        },
        play: () => {
          // Whoever plays on owes no single steps any more.
          this.#owed = 0
          this.#pump.start()
        },
        rest: () => this.#pump.stop(),
        stepOnce: (count) => this.#playSome(count),
        finish: () => this.#finish(),
        fail: (error) => this.#end(error),
        startsPaused: options.paused ?? false,
      }),
    )
    this.experiment = this.#face()
    this.#machine.subscribe({
      next: ({ value }) =>
        value !== this.#state.value && this.#state.next(value as ExperimentState),
      error: () => undefined,
    })
    this.#machine.start()
  }

  #face(): LiveExperiment {
    return {
      frames$: this.#frames,
      events$: this.#events,
      verdict$: this.#verdicts,
      state$: this.#state,
      controls: this.#controls(),
      actors: () => this.#actors().map((a) => a.status),
      done: new Promise((resolve) => (this.#settle = resolve)),
      wire: (name, operator) =>
        this.#between(() => this.#troupe!.round[name].put(operator as never)),
      snapshot: () => this.#snapshot(),
    }
  }

  #actors(): readonly PluginActor[] {
    return this.#troupe?.actors ?? []
  }

  #controls(): Controls {
    return {
      pause: () => this.#machine.send({ type: 'pause' }),
      resume: () => this.#machine.send({ type: 'resume' }),
      step: (count = 1) => this.#machine.send({ type: 'step', count }),
      only: (player) => this.#between(() => (this.#troupe!.round.only = player)),
      stop: () => {
        this.#stopped = true
        this.#between(() => this.#machine.send({ type: 'stop' }))
      },
      set: (path, value) => this.#set(path, value),
      pace: (stepsPerSecond) => this.#pump.pace(stepsPerSecond),
      stopActor: (id) => {
        if (!this.#actors().some((a) => a.id === id))
          throw new RangeError(
            `no actor ${id}; there are ${this.#actors()
              .map((a) => a.id)
              .join(', ')}`,
          )
        this.#machine.send({ type: 'actor.stop', id, step: this.#step })
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
    this.#table = layTable(this.#plan, seating)
    const troupe = seatTroupe(
      this.#plan,
      this.#table,
      this.#rates,
      () => this.#step,
      this.#options.trace,
    )
    const { from } = this.#options
    if (from) restoreSnapshot(from, this.#table, troupe.round, this.#rates)
    this.#troupe = troupe
    if (!from) this.#record()
    return troupe.actors
  }

  /** Plays a step; the pump calls it. */
  #play(): 'played' | 'waiting' | 'ended' {
    try {
      if (this.#step >= this.#plan.steps) return this.#over()
      if (!this.#inside) this.#applyChanges()
      this.#inside = true
      if (!this.#troupe!.round.play(() => this.#woken())) return 'waiting'
      this.#inside = false
      this.#afterStep()
      return this.#step >= this.#plan.steps || this.#outcomes.every((o) => o !== null)
        ? this.#over()
        : 'played'
    } catch (error) {
      this.#machine.send({ type: 'fail', error: error as PluginError })
      return 'ended'
    }
  }

  #afterStep(): void {
    this.#table!.generator.recycle()
    this.#table!.discriminator.recycle()
    this.#step++
    this.#table!.discriminator.step = this.#step
    if (this.#step % this.#plan.every === 0) this.#record()
    if (this.#stopped) this.#applyChanges()
  }

  #over(): 'ended' {
    this.#machine.send({ type: 'end' })
    return 'ended'
  }

  #playSome(count: number): void {
    this.#owed += count
    while (this.#owed > 0) {
      const done = this.#play()
      if (done === 'waiting') return
      this.#owed = done === 'played' ? this.#owed - 1 : 0
    }
  }

  #woken(): void {
    if (this.#owed > 0) setImmediate(() => this.#playSome(0))
    else this.#pump.wake()
  }

  #record(): void {
    this.#recording = true
    try {
      const frame = this.#troupe!.recorder.frame(this.#step)
      this.#last = frame
      this.#frames.next(frame)
      for (const detector of this.#troupe!.detectors) detector.count()
      const { events, verdicts } = this.#findings.next(frame)
      for (const event of events) this.#report(event)
      for (const verdict of verdicts) this.#verdicts.next(verdict)
    } finally {
      this.#recording = false
    }
  }

  #report(event: GanglionEvent): void {
    this.#events.next(event)
    if (event.type !== 'event') return
    this.#counts[event.event] = (this.#counts[event.event] ?? 0) + 1
    if (event.event !== 'divergence') return
    this.#outcomes[event.member] = 'diverged'
    this.#table!.generator.player.end(event.member)
    this.#table!.discriminator.player.end(event.member)
  }

  #finish(): void {
    try {
      if (this.#last?.step !== this.#step) this.#record()
      for (const event of this.#findings.end()) this.#report(event)
      this.#end(null)
    } catch (error) {
      this.#end(error as PluginError)
    }
  }

  #end(error: PluginError | null): void {
    this.#pump.stop()
    const cancelled = this.#stopped && this.#step < this.#plan.steps
    const outcomes = this.#outcomes.map((outcome, member) =>
      error ? 'failed' : (outcome ?? (cancelled ? 'cancelled' : this.#findings.outcome(member))),
    )
    const final = this.#last ?? { step: 0, members: this.#plan.members, signals: {} }
    const result = {
      outcome: outcomes[0]!,
      outcomes,
      steps: this.#step,
      final,
      events: this.#counts,
    }
    this.#settle(error ? { ...result, error } : result)
    queueMicrotask(() => {
      for (const stream of [this.#frames, this.#events, this.#verdicts, this.#state])
        stream.complete()
    })
  }

  #snapshot(): Snapshot {
    requireSettled(this.#state.value, this.#inside, this.#recording)
    return takeSnapshot({
      plan: this.#plan,
      firstMember: this.#options.firstMember ?? 0,
      step: this.#step,
      last: this.#last,
      table: this.#table!,
      round: this.#troupe!.round,
      rates: this.#rates,
      watch: this.#findings.save(),
      outcomes: this.#outcomes,
      events: this.#counts,
    })
  }

  #set(path: string, value: number): void {
    const target = blockToChange(this.#plan, changeable(this.#table, this.#rates), path, value)
    this.#between(() => target.numbers.fill(value))
  }

  /** Does something between two steps: now, or as soon as the step that is being played has ended. */
  #between(change: () => void): void {
    if (this.#troupe && !this.#inside) change()
    else this.#changes.push(change)
  }

  #applyChanges(): void {
    for (const change of this.#changes.splice(0)) change()
  }
}
