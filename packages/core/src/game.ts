import type { Detector } from './detector.ts'
import type { Metric } from './metric.ts'
import type { Rules } from './rules.ts'

export * from './rules.ts'

/** Everything decided beforehand, with plugins in place of their names. */
export interface Plan extends Rules {
  readonly metrics: readonly Metric[]
  readonly detectors: readonly Detector[]
}
