import type { Moment, Rules } from '@ganglion/core'
import { log } from '@ganglion/numerics'
import { eigenvalues, type Eigenvalue } from './eigenvalues.ts'
import { fadingEigenvalues } from './fading.ts'
import type { Section } from './joint-state.ts'
import { JointMap } from './linearisation.ts'
import { NoJacobianHere, TooManyCoordinates } from './no-jacobian.ts'
import { opened, type Opened } from './opened.ts'
import { pointOf, type Point } from './point.ts'
import { spectrumFrom, type Spectrum, type StabilityVerdict } from './spectrum.ts'

/** Verdicts by the number that stands for each in a frame: the larger, the less a state holds. */
export const stabilityVerdicts = [
  'stable',
  'critical',
  'rotating',
  'unstable',
] as const satisfies readonly StabilityVerdict[]

/** The most coordinates that are judged while a game goes on: so many take a few seconds. */
export const mostLiveCoordinates = 400
/** Of coordinates that only fade, as features do, there may be more: products of these and of the others. */
const mostLiveProducts = 200_000

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
 * Jacobian (tens of milliseconds and more), later ones evaluate it; of a state that grows it is derived whenever the history has doubled.
 * Throws a NoJacobian that says why there is none: a NoJacobianHere where there may be one at another step, a
 * TooManyCoordinates for more than 400, or for too many that only fade.
 */
export function stabilityOf(rules: Rules, moment: Moment, member = 0): StepStability {
  const { map, point } = standing(rules, pointOf(moment, member))
  const sections = map.sections(point)
  const coordinates = sections.reduce((sum, { cells }) => sum + cells, 0)
  const all = eigenvaluesOf(map, point, sections, coordinates)
  const spectrum = spectrumFrom(all)
  const { step } = point
  const twofold = twofoldOf(spectrum.movingRadius)
  return { ...spectrum, step, coordinates, twofold, random: map.random }
}

function eigenvaluesOf(
  map: JointMap,
  point: Point,
  sections: readonly Section[],
  coordinates: number,
): readonly Eigenvalue[] {
  if (!map.vector(point).every(Number.isFinite)) throw notFinite('state', point)
  if (coordinates <= mostLiveCoordinates) {
    const { jacobian } = map.linearised(point)
    if (!jacobian.every((row) => row.every(Number.isFinite))) throw notFinite('Jacobian', point)
    return eigenvalues(jacobian)
  }
  const fading = Math.max(...sections.map(({ cells }) => cells))
  const others = coordinates - fading
  const few = 2 * others <= mostLiveCoordinates && fading * others <= mostLiveProducts
  const all = few ? fadingEigenvalues(map, point, sections) : null
  if (!all) throw tooMany(coordinates)
  return all
}

function standing(rules: Rules, point: Point): Opened {
  if (rules.discriminator.plugin.advance !== undefined) return opened(rules, point, 'step')
  return { map: mapOf(rules, point.member), point }
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

const notFinite = (what: string, { step }: Point): NoJacobianHere =>
  new NoJacobianHere(
    `the ${what} is not finite at step ${step}: it has diverged`,
    'Analyse an earlier step',
  )

function tooMany(coordinates: number): TooManyCoordinates {
  return new TooManyCoordinates(
    `the joint state has ${coordinates} coordinates, and beside a running game at most ${mostLiveCoordinates} are judged`,
    'Ask for a single step (`ganglion analyse <game> --at step <n>`), or take fewer features or points',
  )
}
