import type { SystemsClaim, TheoryClaim } from '@ganglion/core'
import { boundaryClaims } from './boundary.ts'
import { convergedClaims } from './converged.ts'
import { corollary1 } from './corollary1.ts'
import { nearIsolation } from './near.ts'
import { theorem1 } from './theorem1.ts'
import { theorem2 } from './theorem2.ts'
import { theorem3 } from './theorem3.ts'

/** What the paper proves and says in passing, in about the order in which it stands. */
export const theoryClaims: readonly (TheoryClaim | SystemsClaim)[] = [
  ...boundaryClaims,
  ...theorem1,
  corollary1,
  nearIsolation,
  ...theorem2,
  ...theorem3,
  ...convergedClaims,
]
