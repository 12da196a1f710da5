import { apiVersion, type Versioned } from './api-version.ts'
import type { Observation } from './frame.ts'

/** What a metric writes of one member at a frame: by signal a number or a list. */
export interface Measurement {
  readonly [signal: string]: number | readonly number[]
}

/** Numbers computed from one member's frame. */
export interface Metric extends Versioned {
  readonly kind: 'metric'
  readonly name: string
  readonly source: string
  /** Signals that it reads. */
  readonly needs: readonly string[]
  /** The signals it writes, each a number or a list; NaN where it cannot tell. */
  readonly signals: readonly string[]
  /** Whether it is told what it wrote at the frame before. */
  readonly remembers?: boolean
  /**
   * What it measures. `before` is what it wrote of this member at the frame before: nothing at the first frame, and never to a
   * metric that does not say that it remembers. What is kept over time is kept in signals, so frames show it, and a game
   * that goes on from a snapshot needs nothing more.
   */
  readonly number: (observation: Observation, before?: Measurement) => Measurement
}

/** Declares a metric. */
export function defineMetric(form: Omit<Metric, 'kind' | 'apiVersion'>): Metric {
  return { ...form, kind: 'metric', apiVersion }
}
