import type { Chains, Lanes } from '../lanes.ts'
import { exp } from './exp.ts'
import { fusedGaussian, normalPdf } from './gaussian.ts'
import { normalCdf } from './normal-cdf.ts'
import { sigmoid } from './sigmoid.ts'
import { cos, sin } from './sine.ts'

/** Rows of instructions by the name of the function. */
export type Elementary = Readonly<Record<string, (lanes: Lanes, x: Chains) => Chains>>

/**
 * Elementary functions as rows of vector instructions: the same operations in the same order as the functions of
 * numerics, so the same bits. The others are called lane by lane.
 */
export const elementary: Elementary = {
  exp,
  normalPdf: (lanes, x) => normalPdf(lanes, x),
  normalCdf: (lanes, x) => normalCdf(lanes, x),
  sigmoid,
  sin,
  cos,
}

/** Rows for machines in which a product and a sum are one operation: other bits, as accurate. */
export const fusedElementary: Elementary = {
  ...elementary,
  normalPdf: (lanes, x) => normalPdf(lanes, x, fusedGaussian),
  normalCdf: (lanes, x) => normalCdf(lanes, x, fusedGaussian),
}
