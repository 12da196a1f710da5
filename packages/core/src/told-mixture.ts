import type { Observation } from './frame.ts'
import type { MixtureValues } from './measure.ts'
import { list } from './reading.ts'

/** Weights that sum to 1 by rounding are a law's. */
const rounding = 1e-6

/**
 * The mixture that an observation tells under a prefix (`target`, `generator`); null where numbers lack or are not finite, and
 * where the weights are no law's, as those may be that are trained freely: one is below 0, or their sum is not 1.
 */
export function toldMixture({ signals }: Observation, owner: string): MixtureValues | null {
  const names = namesOf(owner)
  const weights = list(signals[names.weights])
  const means = list(signals[names.means])
  const deviation = list(signals[names.deviation])[0]
  if (means.length === 0 || weights.length !== means.length || deviation === undefined) return null
  let total = 0
  for (let j = 0; j < means.length; j++) {
    if (!Number.isFinite(weights[j]) || !Number.isFinite(means[j]) || weights[j]! < 0) return null
    total += weights[j]!
  }
  if (Math.abs(total - 1) > rounding) return null
  return Number.isFinite(deviation) ? { kind: 'mixture', weights, means, deviation } : null
}

/** The numbers that `toldMixtures` reads: what a metric that asks it needs. */
export const mixtureNumbers: readonly string[] = ['target', 'generator'].flatMap((owner) =>
  ['means', 'weights', 'deviation'].map((name) => `${owner}.${name}`),
)

/**
 * Target and generated mixture of an observation, as `toldMixture` tells them; null where one is missing, and where they have
 * no common deviation above 0: only of one deviation are all zeros of the difference of their densities known.
 */
export function toldMixtures(
  observation: Observation,
): { readonly target: MixtureValues; readonly generated: MixtureValues } | null {
  const target = toldMixture(observation, 'target')
  const generated = toldMixture(observation, 'generator')
  if (!target || !generated) return null
  const known = target.deviation > 0 && target.deviation === generated.deviation
  return known ? { target, generated } : null
}

interface Names {
  readonly weights: string
  readonly means: string
  readonly deviation: string
}

/** Names are put together once: every member of every frame is asked for them. */
const known = new Map<string, Names>()

function namesOf(owner: string): Names {
  const found = known.get(owner) ?? {
    weights: `${owner}.weights`,
    means: `${owner}.means`,
    deviation: `${owner}.deviation`,
  }
  known.set(owner, found)
  return found
}
