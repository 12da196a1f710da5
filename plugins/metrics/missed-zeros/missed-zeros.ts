import { defineMetric, mixtureNumbers, toldMixtures, type MixtureValues } from '@ganglion/core'
import { bracketedZeros, differenceZeros } from '@ganglion/numerics'

/** How many zeros of target minus generated density a search between the means does not find. */
const missedZeros = defineMetric({
  name: 'missed-zeros',
  source: 'li2017, theorem A.2; singh-tong, appendix D',
  needs: mixtureNumbers,
  signals: ['missed-zeros'],
  number: (observation) => {
    const laws = toldMixtures(observation)
    return { 'missed-zeros': laws ? missed(laws.target, laws.generated) : NaN }
  },
})

function missed(target: MixtureValues, generated: MixtureValues): number {
  return differenceZeros(target, generated).length - bracketedZeros(target, generated).length
}

export default missedZeros
