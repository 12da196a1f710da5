import type {
  ActorStatus,
  ExperimentState,
  GanglionEvent,
  Observation,
  Outcome,
  PlayerName,
  Verdict,
} from '@ganglion/core'

/** How the run ended. */
export interface Ending {
  readonly outcome: Outcome
  readonly steps: number
  /** What went wrong, when the outcome is `failed`. */
  readonly error: string | null
}

/** Everything the screen shows at one moment. Never changed: the next moment is another view. */
export interface View {
  readonly state: ExperimentState
  readonly verdict: Verdict | null
  /** The latest frame, one member of it. */
  readonly frame: Observation | null
  /** Every event so far, oldest first. */
  readonly events: readonly GanglionEvent[]
  /** Measured steps a second. */
  readonly speed: number
  /** Wanted steps a second; null is as fast as possible. */
  readonly pace: number | null
  /** The player that alone may move; null is both. */
  readonly only: PlayerName | null
  /** The whole run, thinned out to at most 2000 frames. */
  readonly history: readonly Observation[]
  readonly ending: Ending | null
  /** Who is at work. */
  readonly actors: readonly ActorStatus[]
  /** Numeric options that may change while the game runs, by path (`dynamics.generatorRate`), as they are now. */
  readonly options: Readonly<Record<string, number>>
  /** The seed of this run; null before it is known. */
  readonly seed: number | null
  /** Why the feed broke off; such a feed says nothing more. */
  readonly problem: string | null
}

/** What the keys ask for. */
export type Command =
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'step' }
  | { readonly type: 'only'; readonly player: PlayerName | null }
  | { readonly type: 'pace'; readonly stepsPerSecond: number | null }
  | { readonly type: 'stop' }

/** A source of views that takes commands. */
export interface Feed {
  /** The view of this moment: the same object until something changes. */
  readonly view: () => View
  /** Calls back whenever there is another view; returns how to unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void
  readonly send: (command: Command) => void
  /** Lets go of everything behind the feed. */
  readonly close: () => Promise<void>
}
