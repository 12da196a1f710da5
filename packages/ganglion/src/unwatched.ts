import { playerSymbols, type InsufficientDataEvent, type Plan } from '@ganglion/core'

/**
 * What the detectors of a plan will say that they cannot watch, known before the first step: those that need an array of
 * the discriminator which it does not have. What a run lacks only at times is an event of the run.
 */
export function unwatched(
  plan: Pick<Plan, 'discriminator' | 'detectors'>,
): readonly InsufficientDataEvent[] {
  const arrays = playerSymbols(plan.discriminator).state
  return plan.detectors.flatMap(({ name, event, needs }) => {
    const missing = needs.filter((need) => {
      const [owner, array = ''] = need.split('.')
      return owner === 'discriminator' && !Object.hasOwn(arrays, array)
    })
    if (missing.length === 0) return []
    return [{ type: 'insufficient-data', event, member: 0, step: 0, missing, detector: name }]
  })
}
