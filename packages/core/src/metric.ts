import { apiVersion, type Versioned } from './api-version.ts'
import type { Observation } from './frame.ts'

/** Numbers computed from one member's frame. */
export interface Metric extends Versioned {
  readonly kind: 'metric'
  readonly name: string
  readonly source: string
  /** Signals that it reads. */
  readonly needs: readonly string[]
  /** The signals it writes, each a number or a list; NaN where it cannot tell. */
  readonly signals: readonly string[]
  readonly number: (observation: Observation) => {
    readonly [signal: string]: number | readonly number[]
  }
}

/** Declares a metric. */
export function defineMetric(form: Omit<Metric, 'kind' | 'apiVersion'>): Metric {
  return { ...form, kind: 'metric', apiVersion }
}
