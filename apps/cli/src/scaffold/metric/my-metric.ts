import { defineMetric, toldMixture } from 'ganglion/plugin'

/** How far the mean of the generated law is from the mean of the target. In the unit of x. */
export default defineMetric({
  name: 'my-metric',
  source: 'README.md, eq. 1',
  needs: ['target', 'generator'].flatMap((owner) =>
    ['means', 'weights', 'deviation'].map((array) => `${owner}.${array}`),
  ),
  signals: ['my-metric'],
  number: (observation) => {
    const [target, generated] = ['target', 'generator'].map((owner) => {
      const law = toldMixture(observation, owner)
      return law ? law.means.reduce((sum, mean, i) => sum + law.weights[i]! * mean, 0) : NaN
    })
    return { 'my-metric': Math.abs(target! - generated!) }
  },
})
