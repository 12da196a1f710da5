import type { EventName, Severity } from './event.ts'
import type { Observation } from './frame.ts'

/** What a detector says at a step: a finding begins, or an earlier one has ended. */
export interface Report {
  readonly type: 'event' | 'cleared'
  /** The step at which the condition began (for `cleared`: at which it ended). */
  readonly since: number
  /** Named numbers; `point`, `component`, `coordinate` and `axis` are places, counted from 0, and told to people from 1. */
  readonly evidence: Readonly<Record<string, number>>
}

/**
 * A pure fold over the observations of one member. `next` returns a new memory and perhaps a report; it never mutates
 * what it was given. Hysteresis belongs to the detector: it reports once and clears once.
 */
export interface Detector<Memory = unknown> {
  readonly name: string
  readonly event: EventName
  readonly severity: Severity
  /** The definition it implements and where that stands. */
  readonly definition: string
  /** Signals without which it cannot judge. */
  readonly needs: readonly string[]
  /**
   * All signals that it reads, where it says so: others may be left out of what it is given, which is faster. A name may
   * end in `*` for all that begin like it. Without it a detector is given every signal.
   */
  readonly reads?: readonly string[]
  readonly init: () => Memory
  readonly next: (memory: Memory, observation: Observation) => readonly [Memory, Report | null]
}
