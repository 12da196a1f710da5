import { defineMetric } from '@ganglion/core'

/** The largest |mu_j - mu*_j|; sorted first where all weights are equal, since then the order says nothing. */
const meanDistance = defineMetric({
  name: 'mean-distance',
  source: 'li2017, theorem 3.1',
  needs: ['target.means', 'target.weights', 'generator.means', 'generator.weights'],
  signals: ['mean-distance'],
  number: ({ signals }) => {
    const list = (name: string): readonly number[] => {
      const told = signals[name]
      return typeof told === 'number' ? [told] : (told ?? [])
    }
    const weights = [list('target.weights'), list('generator.weights')] as const
    const told = weights.every(({ length }) => length > 0)
    const first = weights[0][0]
    const exchangeable = weights.every((some) => some.every((w) => w === first))
    const target = ordered(list('target.means'), exchangeable)
    const generated = ordered(list('generator.means'), exchangeable)
    if (!told || target.length === 0 || target.length !== generated.length)
      return { 'mean-distance': NaN }
    let largest = 0
    for (let j = 0; j < target.length; j++)
      largest = Math.max(largest, Math.abs(target[j]! - generated[j]!))
    return { 'mean-distance': largest }
  },
})

/** Two are compared, more are sorted. */
function ordered(means: readonly number[], exchangeable: boolean): readonly number[] {
  if (!exchangeable || means.length < 2) return means
  if (means.length > 2) return [...means].sort((a, b) => a - b)
  return means[0]! > means[1]! ? [means[1]!, means[0]!] : means
}

export default meanDistance
