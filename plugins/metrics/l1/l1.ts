import { defineMetric, toldMixture } from '@ganglion/core'
import { totalVariation as exact } from '@ganglion/numerics'

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
      toldMixture(observation, 'target'),
      toldMixture(observation, 'generator'),
    ]
    // The zeros of the difference are known for one deviation only.
    const known =
      target && generated && target.deviation > 0 && target.deviation === generated.deviation
    return { l1: known ? 2 * exact(target, generated) : NaN }
  },
})

export default l1
