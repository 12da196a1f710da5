import { defineMetric, toldMixture, type MixtureValues } from '@ganglion/core'
import { bracketedZeros, differenceZeros } from '@ganglion/numerics'

/** How many zeros of target minus generated density a search between the means does not find. */
const missedZeros = defineMetric({
  name: 'missed-zeros',
  source: 'li2017, theorem A.2; singh-tong, appendix D',
  needs: [
    'target.means',
    'target.weights',
    'target.deviation',
    'generator.means',
    'generator.weights',
    'generator.deviation',
  ],
  signals: ['missed-zeros'],
  number: (observation) => {
    const target = toldMixture(observation, 'target')
    const generated = toldMixture(observation, 'generator')
    const known = target && generated && comparable(target, generated)
    return { 'missed-zeros': known ? missed(target, generated) : NaN }
  },
})

/** All zeros are known for one common deviation and weights that are none below 0. */
function comparable(target: MixtureValues, generated: MixtureValues): boolean {
  const weights = [...target.weights, ...generated.weights]
  return (
    target.deviation > 0 &&
    target.deviation === generated.deviation &&
    weights.every((weight) => weight >= 0)
  )
}

function missed(target: MixtureValues, generated: MixtureValues): number {
  return differenceZeros(target, generated).length - bracketedZeros(target, generated).length
}

export default missedZeros
