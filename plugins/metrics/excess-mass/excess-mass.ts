import { defineMetric, list, toldBothPoints } from '@ganglion/core'
import { nearestPoint } from '@ganglion/numerics'

/**
 * Delta_i of every true point: its mass less that of the generated points which are nearer to it than to any other true point.
 * Above 0 where generated mass lacks, below 0 where there is too much of it; all together they sum to 0.
 */
const excessMass = defineMetric({
  name: 'excess-mass',
  source: 'becker2022, eq. 15',
  needs: ['target.positions', 'target.masses', 'generator.positions', 'generator.masses'],
  signals: ['excess-mass'],
  number: (observation) => {
    const told = toldBothPoints(observation)
    if (!told) {
      const points = list(observation.signals['target.masses']).length
      return { 'excess-mass': Array.from({ length: Math.max(1, points) }, () => NaN) }
    }
    const { target, generated } = told
    const excess = [...target.masses]
    generated.positions.forEach((place, j) => {
      excess[nearestPoint(target.positions, place).index]! -= generated.masses[j]!
    })
    return { 'excess-mass': excess }
  },
})

export default excessMass
