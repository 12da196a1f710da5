import type {
  ActorStatus,
  ExperimentState,
  GanglionEvent,
  Observation,
  Outcome,
  PlayerName,
  Verdict,
} from '@ganglion/core'
import type { StepStability } from 'ganglion/stability'

/** How the run ended. */
export interface Ending {
  readonly outcome: Outcome
  readonly steps: number
  /** What went wrong, when the outcome is `failed`. */
  readonly error: string | null
}

/** D(x) at evenly spaced x from `low` to `high`, both ends included; x in the unit of the sample space. */
export interface CriticCurve {
  readonly low: number
  readonly high: number
  readonly values: readonly number[]
}

/**
 * D over a rectangle of the plane that points are looked at in, at evenly spaced points with the edges included, row by row
 * from the lowest; in the unit of the sample space.
 */
export interface CriticHeat {
  /** The step it is of: a heat takes several reports where a critic is large. */
  readonly step: number
  readonly x: { readonly low: number; readonly high: number }
  readonly y: { readonly low: number; readonly high: number }
  /** Values of a row. */
  readonly columns: number
  readonly values: readonly number[]
}

/** What a step does with a small displacement, or why nobody can tell. */
export type StepJudgement =
  | ({ readonly type: 'judged' } & StepStability)
  | { readonly type: 'refused'; readonly step: number; readonly reason: string }

/** A sentence for the person at the keys: what was done, or (an alarm) why not. */
export interface Answer {
  readonly text: string
  readonly alarm: boolean
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
  /** How many steps the plan has; null before it is known. */
  readonly steps: number | null
  /** The seed of this run; null before it is known. */
  readonly seed: number | null
  /** The critic of member 0; null where the sample space has more than one dimension. */
  readonly critic: CriticCurve | null
  /** The critic of member 0 over the plane; null where the laws are no points of two or more dimensions. */
  readonly heat: CriticHeat | null
  /** Why the critic cannot be drawn, though there could be a curve or a heat: it threw, or did not come back. */
  readonly criticFault: string | null
  /** Of the newest step that was judged; null before, and while nobody looks. */
  readonly stability: StepJudgement | null
  /** Frames so far that were not drawn: the screen takes a sample. */
  readonly untold: number
  /** What the engine answered to the last command that it answers in words; every answer is an object of its own. */
  readonly answer: Answer | null
  /** Why the feed broke off; such a feed says nothing more. */
  readonly problem: string | null
}

/** What the keys ask for. */
export type Command =
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** Plays this many steps (1 when not told), then rests. */
  | { readonly type: 'step'; readonly count?: number }
  | { readonly type: 'only'; readonly player: PlayerName | null }
  | { readonly type: 'pace'; readonly stepsPerSecond: number | null }
  /** Changes a numeric option; the answer says whether it was taken. */
  | { readonly type: 'set'; readonly path: string; readonly value: number }
  /** Runs as fast as possible to this step, then rests. Steps that are past need a `restart`. */
  | {
      readonly type: 'goto'
      readonly step: number
      /** The run was begun again for it. */
      readonly begunAgain?: boolean
    }
  /** Begins again from the plan as it was given; another seed when told; runs to a step and rests when told. */
  | { readonly type: 'restart'; readonly seed?: number; readonly to?: number }
  /** Whether steps shall be judged (`View.stability`): somebody looks at the pane. */
  | { readonly type: 'judge'; readonly on: boolean }
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
