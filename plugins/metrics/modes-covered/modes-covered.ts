import { defineMetric, toldBothPoints } from '@ganglion/core'
import { nearestPoint } from '@ganglion/numerics'

/** A generated point covers the nearest true point within this distance, unit of x. */
const radius = 0.5
/** A generated point this far from the origin has diverged: twice the radius of the sphere of true points. */
const far = 2

/**
 * How many true points have a generated point near them; whether one of them holds two or more (`paired`, 0 or 1); and the share
 * of generated points that have gone far from the origin (`diverged`). Masses play no part.
 */
const modesCovered = defineMetric({
  name: 'modes-covered',
  source: 'becker2022, sec. 7 and Fig. 3(b)',
  needs: ['target.positions', 'target.masses', 'generator.positions', 'generator.masses'],
  signals: ['modes-covered', 'paired', 'diverged'],
  number: (observation) => {
    const told = toldBothPoints(observation)
    if (!told) return { 'modes-covered': NaN, paired: NaN, diverged: NaN }
    const { target, generated } = told
    const holds = target.positions.map(() => 0)
    let gone = 0
    for (const place of generated.positions) {
      const { index, apart } = nearestPoint(target.positions, place)
      if (apart <= radius) holds[index]! += 1
      if (Math.sqrt(place.reduce((sum, x) => sum + x * x, 0)) > far) gone += 1
    }
    return {
      'modes-covered': holds.filter((count) => count > 0).length,
      paired: holds.some((count) => count > 1) ? 1 : 0,
      diverged: gone / generated.positions.length,
    }
  },
})

export default modesCovered
