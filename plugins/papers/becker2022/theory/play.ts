import type { Vector } from './kernel.ts'
import type { Critic, Rates } from './critic.ts'

/** Which discriminator the points follow: that of before their step (equation 9), or the new one (equation 11b). */
export type Follows = 'old' | 'new'

/** Plays so many steps of the joint dynamics, and returns where the points are. Where `see` says true it ends early. */
export function play(
  critic: Critic,
  start: readonly Vector[],
  masses: Vector,
  rates: Rates,
  steps: number,
  follows: Follows = 'old',
  see: (points: readonly Vector[], step: number) => boolean | void = () => false,
): readonly Vector[] {
  let points = start
  for (let step = 1; step <= steps; step++) {
    const here = points
    if (follows === 'new') critic.learn(here)
    points = here.map((x, j) => {
      const slope = critic.slope(x)
      return x.map((c, k) => c + rates.points * masses[j]! * slope[k]!)
    })
    if (follows === 'old') critic.learn(here)
    if (see(points, step) === true) break
  }
  return points
}
