import type {
  ActorStatus,
  ExperimentState,
  Frame,
  GanglionEvent,
  InsufficientDataEvent,
  Plan,
  PlayerName,
  Result,
  Verdict,
} from '@ganglion/core'
import type { Config } from '@ganglion/plan'
import type { ToldError } from './told-error.ts'
import type { Overrides } from './prepare.ts'

type Named = { readonly plugin: { readonly name: string } }

/** A plan as plain data: what of it crosses the border of a thread. Every Plan is one. */
export interface PlanSummary extends Pick<
  Plan,
  'config' | 'hash' | 'seed' | 'steps' | 'members' | 'every' | 'target'
> {
  readonly generator: Named
  readonly discriminator: Named
  readonly dynamics: Named
  readonly metrics: readonly { readonly name: string }[]
  readonly detectors: readonly { readonly name: string }[]
  /** What is not watched, and why, known before the first step. */
  readonly unwatched?: readonly InsufficientDataEvent[]
}

/** What a contained thread is told at its start. */
export interface ContainedOrder {
  readonly target: string | Config
  readonly overrides: Overrides
  readonly paused: boolean
  readonly pace: number | null
  readonly firstMember: number
  /** Every n-th step's frame crosses; null for none. */
  readonly every: number | null
  /** Play when it is told to, not before. */
  readonly held: boolean
  /** Only plan, do not play. */
  readonly planOnly: boolean
}

/** What happens in a game, in the order in which it does. */
export type Happening =
  | { readonly type: 'frame'; readonly frame: Frame }
  | { readonly type: 'event'; readonly event: GanglionEvent }
  | { readonly type: 'verdict'; readonly verdict: Verdict }
  | { readonly type: 'state'; readonly state: ExperimentState }

/** From the contained thread. A batch is answered with `taken`. */
export type FromThread =
  | { readonly type: 'plan'; readonly plan: PlanSummary }
  | { readonly type: 'batch'; readonly happenings: readonly Happening[] }
  | { readonly type: 'actors'; readonly actors: readonly ActorStatus[] }
  | { readonly type: 'said'; readonly text: string }
  | { readonly type: 'objection'; readonly error: ToldError }
  | { readonly type: 'refused'; readonly error: ToldError }
  | {
      readonly type: 'done'
      readonly result: Omit<Result, 'error'>
      readonly error: ToldError | null
    }

/** To the contained thread. */
export type ToThread =
  | { readonly type: 'taken' }
  | { readonly type: 'begin' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'stop' }
  | { readonly type: 'step'; readonly count: number }
  | { readonly type: 'only'; readonly player: PlayerName | null }
  | { readonly type: 'set'; readonly path: string; readonly value: number }
  | { readonly type: 'pace'; readonly stepsPerSecond: number | null }
  | { readonly type: 'stopActor'; readonly id: string }
