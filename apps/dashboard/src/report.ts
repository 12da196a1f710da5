import type {
  ActorStatus,
  ExperimentState,
  GanglionEvent,
  Observation,
  Verdict,
} from '@ganglion/core'
import type { PackedPoints } from './packed-history.ts'
import type { Answer, CriticCurve, CriticHeat, Ending, StepJudgement } from './feed.ts'

/**
 * What happened since the last report. Plain data: it crosses the border of a thread. The next one is sent only after this
 * one was taken, so a screen that stands still holds up one report, whatever happens meanwhile.
 */
export interface Report {
  readonly state?: ExperimentState
  readonly verdict?: Verdict
  readonly frame?: Observation
  /** Frames for the history, in order; an engine packs them. */
  readonly points?: readonly Observation[]
  readonly packed?: PackedPoints
  /** All events since the last report, in order. */
  readonly events?: readonly GanglionEvent[]
  readonly actors?: readonly ActorStatus[]
  /** All numeric options by path, told again whenever one has changed. */
  readonly options?: Readonly<Record<string, number>>
  /** Of the plan, told once. */
  readonly steps?: number
  readonly seed?: number
  readonly critic?: CriticCurve | null
  readonly heat?: CriticHeat
  readonly stability?: StepJudgement
  /** Why there is no curve and no heat of the critic, though there could be one. */
  readonly criticFault?: string
  /** Frames so far that no report has told. */
  readonly untold?: number
  readonly answer?: Answer
  readonly ending?: Ending
  readonly problem?: string
}
