import type { Scale } from '@ganglion/core'

/** Flags of `reproduce`. */
export interface ReproduceFlags {
  readonly scale: Scale
  /** Worker threads; all cores by default. */
  readonly jobs?: number
  /** Draw with plain ASCII characters. */
  readonly ascii?: boolean
  /** Print JSON lines. */
  readonly json?: boolean
}
