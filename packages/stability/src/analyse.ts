import type { Plan } from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import { findEquilibrium, type Equilibrium } from './equilibrium.ts'
import type { JointMap, Linearisation } from './linearisation.ts'
import { opened } from './opened.ts'
import type { Point } from './point.ts'
import { spectrumOf, type Spectrum } from './spectrum.ts'

/** What is said of a step about a point. */
export interface Analysis extends Spectrum {
  readonly linearisation: Linearisation
  /** How the point was found, where it was searched. */
  readonly equilibrium: Omit<Equilibrium, 'linearisation'> | null
  /**
   * The greatest difference between the Jacobian along a random direction and the central difference there, as a part of
   * its size. Near 1e-10 where the step is smooth; more says that a kink is near, or that a script counts by itself.
   */
  readonly difference: number
  /** A step draws random numbers: this is the Jacobian of the one that is due. */
  readonly random: boolean
}

/** Analyses the step that a plan takes from a point, or from an equilibrium near it. Throws a NoJacobian. */
export function analyse(plan: Plan, from: Point, at: 'step' | 'equilibrium'): Analysis {
  const { map, point } = opened(plan, from, at)
  const { linearisation, ...equilibrium } =
    at === 'equilibrium'
      ? findEquilibrium(map, point)
      : { linearisation: map.linearised(point), iterations: 0, residual: 0, distance: 0 }
  return {
    ...spectrumOf(linearisation.jacobian, at === 'equilibrium' ? slackOf(linearisation) : 0),
    linearisation,
    equilibrium: at === 'equilibrium' ? equilibrium : null,
    difference: differenceAlong(map, linearisation),
    random: map.random,
  }
}

/**
 * An equilibrium is found to a dozen digits, not more, and so is what follows from where it stands: J - 1 is taken for known
 * to a billionth. Else a ring that may be turned would grow or shrink by rounding.
 */
export function slackOf({ jacobian }: Linearisation): number {
  let most = 0
  jacobian.forEach((row, i) => {
    for (let j = 0; j < row.length; j++)
      most = Math.max(most, Math.abs(row[j]! - (i === j ? 1 : 0)))
  })
  return 1e-9 * most
}

/** Compares the Jacobian with central differences along one direction. */
export function differenceAlong(map: JointMap, { point, at, jacobian }: Linearisation): number {
  const draws = cursor(stream(1, 'stability.direction'), 0)
  const direction = at.map(() => draws.uniform(-1, 1))
  const width = 1e-5
  const moved = (by: number): Float64Array =>
    map.vector(
      map.next(
        map.moved(
          point,
          at.map((x, i) => x + by * direction[i]!),
        ),
      ),
    )
  const [up, down] = [moved(width), moved(-width)]
  let [worst, size] = [0, Number.MIN_VALUE]
  jacobian.forEach((row, i) => {
    const exact = row.reduce((sum, x, j) => sum + x * direction[j]!, 0)
    worst = Math.max(worst, Math.abs((up[i]! - down[i]!) / (2 * width) - exact))
    size = Math.max(size, Math.abs(exact))
  })
  return worst / size
}
