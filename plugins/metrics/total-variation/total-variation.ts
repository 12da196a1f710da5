import { defineMetric, mixtureNumbers, toldMixtures } from '@ganglion/core'
import { totalVariation as exact } from '@ganglion/numerics'

/** Exact total variation between target and generated mixture, from the zeros of their difference (li2017, thm. A.2). */
const totalVariation = defineMetric({
  name: 'total-variation',
  source: 'li2017, sec. 2.2 and theorem A.2',
  needs: mixtureNumbers,
  signals: ['total-variation'],
  number: (observation) => {
    const laws = toldMixtures(observation)
    return { 'total-variation': laws ? exact(laws.target, laws.generated) : NaN }
  },
})

export default totalVariation
