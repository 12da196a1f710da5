import type { Plan } from '@ganglion/core'
import { prepare } from 'ganglion/prepare'
import { modulus } from '@ganglion/stability'
import type { Ring } from '../../plugins/papers/becker2022/theory/ring.ts'

/** The ring of the preset of so many points. */
export const ringOf = (points: 2 | 3): Ring => ({
  points,
  dimensions: 2,
  mass: 0.6,
  each: 1 / points,
  width: 1,
  pace: 1,
})

/** Its game, with settings of its own. */
export const game = (points: 2 | 3, ...set: readonly string[]): Promise<Plan> =>
  prepare(`becker2022/ring${points}-exact`, { set })

/** How far each point is from the true one. */
export const distances = (plan: Plan, at: Float64Array): number[] =>
  Array.from({ length: plan.generator.sizes['points']! }, (_, j) =>
    modulus({ re: at[2 * j]!, im: at[2 * j + 1]! }),
  )
