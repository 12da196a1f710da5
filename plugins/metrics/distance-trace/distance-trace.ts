import { defineMetric, toldBothPoints } from '@ganglion/core'
import { nearestPoint } from '@ganglion/numerics'

/** A generated point has arrived within this distance of a true point, unit of x. */
const near = 0.1

/**
 * The largest distance of a generated point from its nearest true point (unit of x), the first step at which it was within
 * 0.1, and the step since which it is so without a break; NaN for never. Every step is looked at, whatever the frames.
 */
const distanceTrace = defineMetric({
  name: 'distance-trace',
  source: 'becker2022, Fig. 4',
  needs: ['target.positions', 'target.masses', 'generator.positions', 'generator.masses'],
  signals: ['distance', 'firstWithin', 'withinSince'],
  remembers: true,
  everyStep: true,
  number: (observation, before) => {
    const told = toldBothPoints(observation)
    const first = Number(before?.['firstWithin'] ?? NaN)
    const since = Number(before?.['withinSince'] ?? NaN)
    if (!told) return { distance: NaN, firstWithin: first, withinSince: NaN }
    let distance = 0
    for (const place of told.generated.positions)
      distance = Math.max(distance, nearestPoint(told.target.positions, place).apart)
    const { step } = observation
    const within = distance <= near
    return {
      distance,
      firstWithin: within && Number.isNaN(first) ? step : first,
      withinSince: within ? (Number.isNaN(since) ? step : since) : NaN,
    }
  },
})

export default distanceTrace
