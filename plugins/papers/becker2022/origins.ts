import type { Origin } from '@ganglion/core'

/** A value of our own, and why it is that. */
export const assumed = (why: string): readonly [Origin, string] => ['assumed', why]
