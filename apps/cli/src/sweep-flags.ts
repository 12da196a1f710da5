import type { Overrides } from 'ganglion/prepare'

/** Flags of `resume`. */
export interface ResumeFlags {
  /** Worker threads; all cores by default. */
  readonly jobs?: number
  /** Print JSON lines. */
  readonly json?: boolean
  /** Draw the map with ASCII only. */
  readonly ascii?: boolean
}

/** Flags of `sweep`. */
export interface SweepFlags extends Overrides, ResumeFlags {
  /** Name of the run. */
  readonly out?: string
  readonly dryRun?: boolean
  /** Members that are committed together. */
  readonly chunk?: number
}
