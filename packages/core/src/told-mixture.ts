import type { Observation } from './frame.ts'
import type { MixtureValues } from './measure.ts'

/** The mixture that an observation tells under a prefix (`target`, `generator`); null where numbers lack or are not finite. */
export function toldMixture({ signals }: Observation, owner: string): MixtureValues | null {
  const list = (name: string): readonly number[] => [signals[`${owner}.${name}`] ?? []].flat()
  const [weights, means, deviation] = [list('weights'), list('means'), list('deviation')[0]]
  if (means.length === 0 || weights.length !== means.length || deviation === undefined) return null
  if (![...weights, ...means, deviation].every(Number.isFinite)) return null
  return { kind: 'mixture', weights, means, deviation }
}
