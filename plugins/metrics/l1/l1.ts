import { defineMetric, mixtureNumbers, toldMixtures } from '@ganglion/core'
import { totalVariation as exact } from '@ganglion/numerics'

/** The L1 distance of the densities, twice the total variation, in [0, 2]. Success in our reading of li2017: below 0.1. */
const l1 = defineMetric({
  name: 'l1',
  source: 'li2017, sec. 2.2 and theorem A.2',
  needs: mixtureNumbers,
  signals: ['l1'],
  number: (observation) => {
    const laws = toldMixtures(observation)
    return { l1: laws ? 2 * exact(laws.target, laws.generated) : NaN }
  },
})

export default l1
