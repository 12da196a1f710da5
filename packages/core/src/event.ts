/** The kinds of finding that detectors report. */
export type EventName =
  | 'convergence'
  | 'mode-collapse'
  | 'approximate-mode-collapse'
  | 'oscillation'
  | 'divergence'
  | 'vanishing-gradient'
  | 'discriminator-collapse'
  | 'stall'
  | 'wrong-order'
  | 'weight-escape'

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
  /** Named numbers that show why, limits included. Places (`point`, `component`, `coordinate`, `axis`) count from 0, and from 1 where people read them. */
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

/** What a discriminator may leave untold, in words; every other signal is told by its name. */
const optional: Readonly<Record<string, string>> = {
  'discriminator.alive': 'this discriminator does not tell which of its parts are alive (optional)',
}

/** That a detector does not watch, and why, in a sentence without a full stop: nobody's fault, and no all-clear either. */
export function unwatchedText({ event, missing }: InsufficientDataEvent): string {
  const named = missing.filter((name) => !Object.hasOwn(optional, name))
  const reasons = [
    ...missing.flatMap((name) => (Object.hasOwn(optional, name) ? [optional[name]!] : [])),
    ...(named.length > 0 ? [`the frames lack numbers for ${named.join(', ')}`] : []),
  ]
  return `${event} is not watched: ${reasons.join('; ')}`
}
