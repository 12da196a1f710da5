import type { Chains, Lanes } from '../lanes.ts'
import { exp } from './exp.ts'
import { normalPdf } from './gaussian.ts'
import { normalCdf } from './normal-cdf.ts'
import { sigmoid } from './sigmoid.ts'

/**
 * Elementary functions as rows of vector instructions: the same operations in the same order as the functions of
 * numerics, so the same bits. The others are called lane by lane.
 */
export const elementary: Readonly<Record<string, (lanes: Lanes, x: Chains) => Chains>> = {
  exp,
  normalPdf,
  normalCdf,
  sigmoid,
}
