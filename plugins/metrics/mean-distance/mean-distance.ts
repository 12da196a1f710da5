import { defineMetric } from '@ganglion/core'

/** The largest |mu_j - mu*_j|; sorted first where all weights are equal, since then the order says nothing. */
const meanDistance = defineMetric({
  name: 'mean-distance',
  source: 'li2017, theorem 3.1',
  needs: ['target.means', 'target.weights', 'generator.means', 'generator.weights'],
  signals: ['mean-distance'],
  number: ({ signals }) => {
    const list = (name: string): readonly number[] => [signals[name] ?? []].flat()
    const weights = [...list('target.weights'), ...list('generator.weights')]
    const told = list('target.weights').length > 0 && list('generator.weights').length > 0
    const exchangeable = weights.every((w) => w === weights[0])
    const order = (means: readonly number[]): readonly number[] =>
      exchangeable ? [...means].sort((a, b) => a - b) : means
    const [target, generated] = [order(list('target.means')), order(list('generator.means'))]
    if (!told || target.length === 0 || target.length !== generated.length)
      return { 'mean-distance': NaN }
    return { 'mean-distance': Math.max(...target.map((mu, j) => Math.abs(mu - generated[j]!))) }
  },
})

export default meanDistance
