import { defineMetric, list } from '@ganglion/core'

/** The largest |mu_j - mu*_j|; sorted first where all weights are equal, since then the order says nothing. */
const meanDistance = defineMetric({
  name: 'mean-distance',
  source: 'li2017, theorem 3.1',
  needs: ['target.means', 'target.weights', 'generator.means', 'generator.weights'],
  signals: ['mean-distance'],
  number: ({ signals }) => {
    const targetWeights = list(signals['target.weights'])
    const weights = list(signals['generator.weights'])
    const told = targetWeights.length > 0 && weights.length > 0
    const exchangeable = same(targetWeights, targetWeights[0]) && same(weights, targetWeights[0])
    const target = ordered(list(signals['target.means']), exchangeable)
    const generated = ordered(list(signals['generator.means']), exchangeable)
    if (!told || target.length === 0 || target.length !== generated.length)
      return { 'mean-distance': NaN }
    let largest = 0
    for (let j = 0; j < target.length; j++)
      largest = Math.max(largest, Math.abs(target[j]! - generated[j]!))
    return { 'mean-distance': largest }
  },
})

function same(numbers: readonly number[], as: number | undefined): boolean {
  for (let j = 0; j < numbers.length; j++) if (numbers[j] !== as) return false
  return true
}

/** Two are compared, more are sorted. */
function ordered(means: readonly number[], exchangeable: boolean): readonly number[] {
  if (!exchangeable || means.length < 2) return means
  if (means.length > 2) return [...means].sort((a, b) => a - b)
  return means[0]! > means[1]! ? [means[1]!, means[0]!] : means
}

export default meanDistance
