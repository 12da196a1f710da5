import type { Manifest, SweepOutline } from '@ganglion/sweep'
import type { Inspection } from './inspect.ts'

/** A sweep on disk: what it says of itself, what it consists of, and which of its chunks are whole. */
export interface StoredSweep {
  /** Its folder, `runs/<name>`. */
  readonly folder: string
  readonly manifest: Manifest
  readonly outline: SweepOutline
  readonly found: Inspection
}
