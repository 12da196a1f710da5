import type { Plan } from '@ganglion/core'
import { criticAt, spaceOf, type CriticKernel } from './critic-on-plane.ts'

/** Compiles the critic of a plan for `count` points of the line; null when its sample space is not the line. */
export function criticOnLine(
  plan: Pick<Plan, 'discriminator'>,
  count: number,
): CriticKernel | null {
  return spaceOf(plan).size === 1 ? criticAt(plan, count) : null
}
