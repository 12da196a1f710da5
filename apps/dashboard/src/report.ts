import type { ExperimentState, GanglionEvent, Observation, Verdict } from '@ganglion/core'
import type { Ending } from './feed.ts'

/** What happened since the last report. Plain data: it crosses the border of a thread. */
export interface Report {
  readonly state?: ExperimentState
  readonly verdict?: Verdict
  readonly frame?: Observation
  /** Frames for the history, in order. */
  readonly points?: readonly Observation[]
  /** All events since the last report, in order. */
  readonly events?: readonly GanglionEvent[]
  readonly ending?: Ending
  readonly problem?: string
}
