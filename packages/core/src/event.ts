/** The kinds of finding that detectors report. */
export type EventName =
  | 'convergence'
  | 'mode-collapse'
  | 'oscillation'
  | 'divergence'
  | 'vanishing-gradient'
  | 'discriminator-collapse'
  | 'stall'

/** How grave a finding is: `info` for convergence, `warning` for what may pass, `error` for a failed training. */
export type Severity = 'info' | 'warning' | 'error'

/** A dated finding of one detector about one member. Plain data: it survives JSON and worker borders. */
export interface FindingEvent {
  readonly type: 'event' | 'cleared'
  readonly event: EventName
  readonly member: number
  /** The step at which it was reported. */
  readonly step: number
  /** The step at which the condition began. */
  readonly since: number
  readonly severity: Severity
  /** Named numbers that show why, limits included. */
  readonly evidence: Readonly<Record<string, number>>
  readonly detector: string
  /** The definition that the detector implements, with its source. */
  readonly definition: string
}

/** A detector lacks signals: said once for each member, never a silent all-clear. */
export interface InsufficientDataEvent {
  readonly type: 'insufficient-data'
  readonly event: EventName
  readonly member: number
  readonly step: number
  readonly missing: readonly string[]
  readonly detector: string
}

/** Everything that an experiment reports on `events$`. */
export type GanglionEvent = FindingEvent | InsufficientDataEvent
