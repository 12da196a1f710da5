import { defineMetric, toldMixture } from '@ganglion/core'
import { totalVariation as exact } from '@ganglion/numerics'

/** Exact total variation between target and generated mixture, from the zeros of their difference (li2017, thm. A.2). */
const totalVariation = defineMetric({
  name: 'total-variation',
  source: 'li2017, sec. 2.2 and theorem A.2',
  needs: [
    'target.means',
    'target.weights',
    'target.deviation',
    'generator.means',
    'generator.weights',
    'generator.deviation',
  ],
  signals: ['total-variation'],
  number: (observation) => {
    const [target, generated] = [
      toldMixture(observation, 'target'),
      toldMixture(observation, 'generator'),
    ]
    // The zeros of the difference are known for one deviation only.
    const known =
      target && generated && target.deviation > 0 && target.deviation === generated.deviation
    return { 'total-variation': known ? exact(target, generated) : NaN }
  },
})

export default totalVariation
