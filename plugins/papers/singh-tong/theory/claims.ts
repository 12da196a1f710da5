import type { GamesClaim, TheoryClaim } from '@ganglion/core'
import { alteredConverges } from './altered-converges.ts'
import { gradientClaims } from './gradients.ts'
import { lemmaClaims } from './lemmas.ts'
import { fewZeros, missedZeros, twoIntervals } from './zeros.ts'

/** What equation 3 and appendices C and D say, in the order in which it stands. */
export const theoryClaims: readonly (TheoryClaim | GamesClaim)[] = [
  twoIntervals,
  ...lemmaClaims,
  alteredConverges,
  ...gradientClaims,
  fewZeros,
  missedZeros,
]
