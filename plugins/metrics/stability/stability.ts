import { defineMetric } from '@ganglion/core'
import { NoJacobianHere, stabilityOf, stabilityVerdicts } from '@ganglion/stability'

const untold = { spectralRadius: NaN, movingRadius: NaN, stability: NaN } as const

/**
 * What the step that is due does with a small displacement of the joint state: the greatest modulus of the eigenvalues of its
 * exact Jacobian, that of those which are not 1, and the verdict as a number (`stabilityVerdicts`: 0 stable, 1 critical,
 * 2 rotating, 3 unstable). Throws a NoJacobian for a game whose steps have none: it was asked for what cannot be told.
 */
const stability = defineMetric({
  name: 'stability',
  source: 'Mescheder, Geiger and Nowozin 2018, lemma 2.1',
  needs: [],
  signals: ['spectralRadius', 'movingRadius', 'stability'],
  looksAhead: true,
  number: (_, __, due) => {
    if (!due) return untold
    try {
      const { radius, movingRadius, verdict } = stabilityOf(due.rules, due.moment, due.member)
      return { spectralRadius: radius, movingRadius, stability: stabilityVerdicts.indexOf(verdict) }
    } catch (cause) {
      if (cause instanceof NoJacobianHere) return untold
      throw cause
    }
  },
})

export default stability
