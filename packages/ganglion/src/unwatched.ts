import { playerSymbols, type InsufficientDataEvent, type Plan } from '@ganglion/core'

/**
 * What the detectors of a plan will say that they cannot watch, known before the first step: those that need an array of
 * the discriminator which it does not have, or what no metric of the plan measures. What a run lacks only at times is an
 * event of the run.
 */
export function unwatched(
  plan: Pick<Plan, 'discriminator' | 'detectors' | 'metrics'>,
): readonly InsufficientDataEvent[] {
  const arrays = playerSymbols(plan.discriminator).state
  const measured = new Set(['payoff', ...plan.metrics.flatMap(({ signals }) => signals)])
  return plan.detectors.flatMap(({ name, event, needs }) => {
    const missing = needs.filter((need) => {
      const [owner, array = ''] = need.split('.')
      if (owner === 'discriminator') return !Object.hasOwn(arrays, array)
      return !need.includes('.') && !measured.has(need)
    })
    if (missing.length === 0) return []
    return [{ type: 'insufficient-data', event, member: 0, step: 0, missing, detector: name }]
  })
}
