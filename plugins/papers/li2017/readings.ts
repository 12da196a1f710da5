import type { ShortName } from '@ganglion/core'

/** Scale of the payoff: the main text's, or that of appendix A.2, twice as large. */
export const scaleReading: ShortName = {
  path: 'objective',
  description: 'scale of the payoff: mean-difference, or mean-difference-appendix (twice that)',
}

/** Order of the moves: both at once (eqs. 9-11), or one after the other. */
export const orderReading: ShortName = {
  path: 'dynamics.plugin',
  description: 'order of the moves: simultaneous, or alternating',
}

/** Crossing of intervals. */
export const crossingReading: ShortName = {
  path: 'discriminator.crossing',
  description: 'what becomes of an interval whose ends pass each other',
}
