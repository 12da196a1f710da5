import type { Moment, Rules } from '@ganglion/core'
import { log } from '@ganglion/numerics'
import { JointMap } from './linearisation.ts'
import { NoJacobianHere, TooManyCoordinates } from './no-jacobian.ts'
import { pointOf } from './point.ts'
import { spectrumOf, type Spectrum, type StabilityVerdict } from './spectrum.ts'

/** Verdicts by the number that stands for each in a frame: the larger, the less a state holds. */
export const stabilityVerdicts = [
  'stable',
  'critical',
  'rotating',
  'unstable',
] as const satisfies readonly StabilityVerdict[]

/** The most coordinates that are judged while a game goes on: eigenvalues of so many take about half a second. */
export const mostLiveCoordinates = 200

/** What the step that is due does with a small displacement of the joint state. */
export interface StepStability extends Spectrum {
  /** Steps played before it. */
  readonly step: number
  /** Numbers of the joint state, which are as many as eigenvalues. */
  readonly coordinates: number
  /** Steps in which what moves fastest (`movingRadius`) halves or doubles; Infinity where it does neither. */
  readonly twofold: number
  /** A step draws random numbers: this is the one that is due. */
  readonly random: boolean
}

/** Maps that were derived already, by game and by number of the member. */
const known = new WeakMap<Rules, Map<number, JointMap>>()

/**
 * Judges the step of a game that is due: `stabilityOf(await run.plan, run.moment())`. The first call for a game derives its
 * Jacobian (tens of milliseconds and more), later ones evaluate it. Throws a NoJacobian that says why there is none: a
 * NoJacobianHere where there may be one at another step, a TooManyCoordinates for more than 200.
 */
export function stabilityOf(rules: Rules, moment: Moment, member = 0): StepStability {
  const point = pointOf(moment, member)
  const map = mapOf(rules, point.member)
  const coordinates = map.vector(point).length
  if (coordinates > mostLiveCoordinates) throw tooMany(coordinates)
  const { jacobian } = map.linearised(point)
  if (!jacobian.every((row) => row.every(Number.isFinite)))
    throw new NoJacobianHere(
      `the Jacobian is not finite at step ${point.step}`,
      'Analyse an earlier step',
    )
  const spectrum = spectrumOf(jacobian)
  const { step } = point
  const twofold = twofoldOf(spectrum.movingRadius)
  return { ...spectrum, step, coordinates, twofold, random: map.random }
}

function mapOf(rules: Rules, member: number): JointMap {
  const maps = known.get(rules) ?? new Map<number, JointMap>()
  known.set(rules, maps)
  const map = maps.get(member) ?? new JointMap(rules)
  maps.set(member, map)
  return map
}

function twofoldOf(radius: number): number {
  const growth = radius > 0 ? Math.abs(log(radius)) : Infinity
  return growth > 0 ? log(2) / growth : Infinity
}

function tooMany(coordinates: number): TooManyCoordinates {
  return new TooManyCoordinates(
    `the joint state has ${coordinates} coordinates, and beside a running game at most ${mostLiveCoordinates} are judged`,
    'Ask for a single step (`ganglion analyse <game> --at step <n>`), or take fewer features or points',
  )
}
