import type { GamesClaim, TheoryClaim } from '@ganglion/core'
import { box } from './box.ts'
import { descent } from './descent.ts'
import { intervalCollapse } from './interval-collapse.ts'
import { separation } from './separation.ts'
import { singleGaussian } from './single-gaussian.ts'
import { slopeBound } from './slope-bound.ts'
import { smoothness } from './smoothness.ts'
import { theorem31 } from './theorem31.ts'
import { twoIntervals } from './two-intervals.ts'
import { zerosClaims } from './zeros.ts'

/** What the paper proves, in the order in which it stands. */
export const theoryClaims: readonly (TheoryClaim | GamesClaim)[] = [
  twoIntervals,
  theorem31,
  intervalCollapse,
  descent,
  slopeBound,
  smoothness,
  separation,
  box,
  ...zerosClaims,
  singleGaussian,
]
