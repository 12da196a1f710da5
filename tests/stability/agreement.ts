import type { Plan } from '@ganglion/core'
import { prepare } from 'ganglion/prepare'
import { JointMap, reached } from '@ganglion/stability'
import { expect } from 'vitest'
import { apart, differences } from './differences.ts'

/** An interval game with settings of its own. */
export const planned = (set: readonly string[]): Promise<Plan> => prepare('li2017/fig1a', { set })

/** Expects that the Jacobian at a step agrees with central differences to 1e-7. */
export async function agreeing(plan: Plan, steps: number) {
  const point = await reached(plan, steps)
  const map = new JointMap(plan)
  const exact = map.linearised(point)
  expect(apart(exact.jacobian, differences(map, point))).toBeLessThan(1e-7)
  return { point, map, exact }
}
