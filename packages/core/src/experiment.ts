import type { GanglionEvent } from './event.ts'
import type { Frame } from './frame.ts'
import type { Outcome, Verdict } from './outcome.ts'
import type { PluginError } from './plugin-error.ts'

/** The two who move. */
export type PlayerName = 'generator' | 'discriminator'

/** States of the statechart that conducts an experiment. */
export type ExperimentState = 'preparing' | 'running' | 'paused' | 'finishing' | 'done' | 'failed'

/** A plugin at work, as the inspector lists it. */
export interface ActorStatus {
  /** `kind:name`, unique within an experiment, e.g. `discriminator:interval`. */
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly alive: boolean
  /** Messages answered so far. */
  readonly messages: number
}

/** What `done` resolves to. */
export interface Result {
  readonly outcome: Outcome
  /** One outcome a member. */
  readonly outcomes: readonly Outcome[]
  readonly steps: number
  readonly final: Frame
  /** Events counted by name. */
  readonly events: Readonly<Record<string, number>>
  /** Present when the outcome is `failed`. */
  readonly error?: PluginError
}

/** The hands on a live experiment. Changes take effect between two steps, never inside one. */
export interface Controls {
  pause(): void
  resume(): void
  /** Plays `count` steps and pauses (pauses first if it was running). */
  step(count?: number): void
  /** Lets only this player move; `null` lets both. */
  only(player: PlayerName | null): void
  /** Ends after the current step; members still playing end `cancelled`. */
  stop(): void
  /** Changes a numeric option, e.g. `dynamics.generatorRate`; throws a RangeError for an unknown path or a refused value. */
  set(path: string, value: number): void
  /** Steps a second; `null` for as fast as possible. */
  pace(stepsPerSecond: number | null): void
  /** Stops one plugin actor: the run ends `failed`, naming it. */
  stopActor(id: string): void
}

/** The stream interface of an experiment, told without any stream library: RxJS observables satisfy it. */
export interface Subscribable<T> {
  subscribe(next: (value: T) => void): { unsubscribe(): void }
}

/** A live game. */
export interface Experiment {
  readonly frames$: Subscribable<Frame>
  readonly events$: Subscribable<GanglionEvent>
  readonly verdict$: Subscribable<Verdict>
  readonly state$: Subscribable<ExperimentState>
  readonly controls: Controls
  readonly actors: () => readonly ActorStatus[]
  readonly done: Promise<Result>
}
