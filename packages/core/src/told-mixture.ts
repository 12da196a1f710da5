import type { Observation } from './frame.ts'
import type { MixtureValues } from './measure.ts'

/** Weights that sum to 1 by rounding are a law's. */
const rounding = 1e-6

/**
 * The mixture that an observation tells under a prefix (`target`, `generator`); null where numbers lack or are not finite, and
 * where the weights are no law's, as those may be that are trained freely: one is below 0, or their sum is not 1.
 */
export function toldMixture({ signals }: Observation, owner: string): MixtureValues | null {
  const weights = listOf(signals[`${owner}.weights`])
  const means = listOf(signals[`${owner}.means`])
  const deviation = listOf(signals[`${owner}.deviation`])[0]
  if (means.length === 0 || weights.length !== means.length || deviation === undefined) return null
  if (![...weights, ...means].every(Number.isFinite)) return null
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (weights.some((weight) => weight < 0) || Math.abs(total - 1) > rounding) return null
  return Number.isFinite(deviation) ? { kind: 'mixture', weights, means, deviation } : null
}

function listOf(told: number | readonly number[] | undefined): readonly number[] {
  return typeof told === 'number' ? [told] : (told ?? [])
}
