import type { Backend } from '@ganglion/calculus'
import type {
  Critique,
  Experiment,
  ExperimentState,
  Frame,
  GanglionEvent,
  Measure,
  Moment,
  Response,
  Snapshot,
  Trace,
  Verdict,
} from '@ganglion/core'
import type { Observable, OperatorFunction } from 'rxjs'
import type { Own } from './own.ts'

/** How an experiment is run; nothing here changes a result, but `from` spares the steps that led to it. */
export interface ExperimentOptions {
  /** Begin paused, before the first step. */
  readonly paused?: boolean
  /** Steps a second; null (the default) for as fast as possible. */
  readonly pace?: number | null
  /** Number of the first member in a larger ensemble. */
  readonly firstMember?: number
  /** Numbers that members do not share: starts, numeric options and rates by path. */
  readonly own?: Own
  /** Turn arrays of an ended step to NaN, so that careless operators show. */
  readonly poison?: boolean
  readonly backend?: Backend
  /** Where to go on from. Of another plan, other members or another format it is refused with a PlanError. */
  readonly from?: Snapshot
  /** Told before and after every call of plugin code: who hangs can be seen from another thread. */
  readonly trace?: Trace
  /** Freeze what plugin code is given, so that one that changes its input fails where it does. */
  readonly frozen?: boolean
}

/** Messages on the wires between the players. */
export interface Wires {
  measure: Measure
  response: Response
  critique: Critique
}

/** A live game whose streams are RxJS observables and whose wires take operators. */
export interface LiveExperiment extends Experiment {
  readonly frames$: Observable<Frame>
  readonly events$: Observable<GanglionEvent>
  readonly verdict$: Observable<Verdict>
  readonly state$: Observable<ExperimentState>
  /** Puts an operator on a wire, or takes it off (null). One that holds a message copies it with `keep`. */
  wire<K extends keyof Wires>(name: K, operator: OperatorFunction<Wires[K], Wires[K]> | null): void
  /**
   * Everything that the game is between two steps, as plain data; `createExperiment(plan, { from })` goes on from there bit
   * for bit. The continued game plays the next step and keeps the next frame that is due: its start was kept already, and
   * stands in `last`. Throws an Error before the first frame, inside a step or a subscriber and after the end, and a
   * PluginError when the script or a detector remembers what cannot be copied.
   */
  snapshot(): Snapshot
  /**
   * What the next step depends on, as plain data: to study that step, not to go on. Also where a frame is told and after the
   * end. Throws an Error inside a step and before the first frame, a PluginError when the script remembers what cannot be
   * copied.
   */
  moment(): Moment
}
