import type { Observation } from './frame.ts'
import type { MixtureValues } from './measure.ts'

/** The mixture that an observation tells under a prefix (`target`, `generator`); null where numbers lack or are not finite. */
export function toldMixture({ signals }: Observation, owner: string): MixtureValues | null {
  const weights = listOf(signals[`${owner}.weights`])
  const means = listOf(signals[`${owner}.means`])
  const deviation = listOf(signals[`${owner}.deviation`])[0]
  if (means.length === 0 || weights.length !== means.length || deviation === undefined) return null
  if (!weights.every(Number.isFinite) || !means.every(Number.isFinite)) return null
  return Number.isFinite(deviation) ? { kind: 'mixture', weights, means, deviation } : null
}

function listOf(told: number | readonly number[] | undefined): readonly number[] {
  return typeof told === 'number' ? [told] : (told ?? [])
}
