import { defineMetric, toldBothPoints } from '@ganglion/core'
import { wasserstein as exact } from '@ganglion/numerics'

/**
 * The Wasserstein distances of order 1 and 2 between target and generated points, unit of x, and how order 2 stands to that at
 * the first frame. Exact but for rounding; becker2022, Fig. 3(a), measures the ratio.
 */
const wasserstein = defineMetric({
  name: 'wasserstein',
  source: 'Peyre and Cuturi 2019, sec. 2; becker2022, Fig. 3(a)',
  needs: ['target.positions', 'target.masses', 'generator.positions', 'generator.masses'],
  signals: ['w1', 'w2', 'w2Start', 'w2Ratio', 'w2SquaredRatio'],
  remembers: true,
  number: (observation, before) => {
    const told = toldBothPoints(observation)
    const w1 = told ? exact(told.target, told.generated, 1) : NaN
    const w2 = told ? exact(told.target, told.generated, 2) : NaN
    const w2Start = before ? Number(before['w2Start']) : w2
    const w2Ratio = w2 / w2Start
    return { w1, w2, w2Start, w2Ratio, w2SquaredRatio: w2Ratio * w2Ratio }
  },
})

export default wasserstein
