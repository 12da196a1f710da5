import { defineMetric, type Observation } from '@ganglion/core'
import { totalVariation as exact, type Mixture } from '@ganglion/numerics'

/** The mixture that a frame tells under a prefix; null where signals lack or are not finite. */
function mixtureOf({ signals }: Observation, owner: string): Mixture | null {
  const list = (name: string): readonly number[] => [signals[`${owner}.${name}`] ?? []].flat()
  const [weights, means, deviation] = [list('weights'), list('means'), list('deviation')[0]]
  if (means.length === 0 || weights.length !== means.length || deviation === undefined) return null
  if (![...weights, ...means, deviation].every(Number.isFinite)) return null
  return { weights, means, deviation }
}

/** The L1 distance of the densities, twice the total variation, in [0, 2]. Success in our reading of li2017: below 0.1. */
const l1 = defineMetric({
  name: 'l1',
  source: 'li2017, sec. 2.2 and theorem A.2',
  needs: [
    'target.means',
    'target.weights',
    'target.deviation',
    'generator.means',
    'generator.weights',
    'generator.deviation',
  ],
  signals: ['l1'],
  number: (observation) => {
    const [target, generated] = [
      mixtureOf(observation, 'target'),
      mixtureOf(observation, 'generator'),
    ]
    return { l1: target && generated ? 2 * exact(target, generated) : NaN }
  },
})

export default l1
