import { casesOf, findingOf, type Finding, type TheoryClaim } from '@ganglion/core'
import { chance } from './region.ts'
import { awayAfter, criticalRidge, drawRing, radiusOf, ringExponent, type Away } from './ring.ts'

/** The radii must be met to this, in widths. */
const within = 1e-4
const draws = { smoke: 100, paper: 500 }
const sentence =
  'the system has a locally stable equilibrium with X̃_i* = {x̃_i*, j ∈ N_i} and ‖x̃_j* − x_i‖ ≤ cσ'
const radii = { 2: 'r / sigma = sqrt((2 / 3) ln(2 q / p))', 3: 'r / sigma = sqrt(ln(3 q / p))' }

/** Theorem 2 for so many points: where they rest, and from which lambda on. */
const ringClaim = (points: 2 | 3, seed: number): TheoryClaim => ({
  kind: 'theory',
  name: `theorem 2: ${points === 2 ? 'two' : 'three'} points of too much mass rest about the true point`,
  sentence,
  where: 'Theorem 2, equation 22',
  reading: `equal masses q, ${points} q / p from 1.2 to 2.8 (towards 4 the ring loses its hold at any lambda tried); ${radii[points]}, met to ${within} after a push of 0.01 sigma; lambda 1.3 to 1.6 times the critical one, which the eigenvalues give`,
  draws,
  seed,
  check: (count, from) =>
    findingOf(
      casesOf(count, (index) => {
        const random = chance(from, `ring-${points}`, index)
        const ring = drawRing(random, points)
        const critical = criticalRidge(ring)
        const ridge = critical * random.uniform(1.3, 1.6)
        const exponent = ringExponent(ring, ridge)
        const steps = Math.ceil(7 / -exponent)
        const { radius: value } = awayAfter(ring, ridge, random, 0.01, steps, () => false)
        if (value < within && exponent < 0) return { value }
        return {
          value,
          fault: `off by ${value} of ${radiusOf(ring)} at lambda ${ridge}, critical ${critical}: ${JSON.stringify(ring)}`,
        }
      }),
      'difference of a radius, in widths',
      'largest',
    ),
})

/** Below the critical lambda the same rings are left. */
function leaves(count: number, seed: number): Finding {
  const found: number[] = []
  const cases = casesOf(count, (index) => {
    const random = chance(seed, 'ring-below', index)
    const ring = drawRing(random, index % 2 === 0 ? 2 : 3)
    const critical = criticalRidge(ring)
    found.push((critical * ring.width) / (Math.sqrt(ring.pace) * ring.each))
    const ridge = critical * random.uniform(0.3, 0.75)
    const exponent = ringExponent(ring, ridge)
    const steps = Math.ceil(20 / exponent)
    const left = ({ start }: Away): boolean => start > 0.02
    const { start: value } = awayAfter(ring, ridge, random, 1e-4, steps, left)
    if (exponent * steps > 7 && value > 0.01) return { value }
    return {
      value,
      fault: `off by ${value} after ${steps} steps at lambda ${ridge}, critical ${critical}, exponent ${exponent}: ${JSON.stringify(ring)}`,
    }
  })
  return findingOf(cases, 'distance from the start, in widths', 'smallest', {
    'smallest critical lambda, in sqrt(mu) q / sigma': Math.min(...found),
    'largest critical lambda, in sqrt(mu) q / sigma': Math.max(...found),
  })
}

/** Theorem 2: approximate mode collapse. */
export const theorem2: readonly TheoryClaim[] = [
  ringClaim(2, 11),
  ringClaim(3, 12),
  {
    kind: 'theory',
    name: 'theorem 2 needs a lambda above the critical one',
    sentence,
    where: 'Theorem 2',
    reading:
      'the theorem names no bound; below 0.75 of the lambda at which the eigenvalues of the ring reach 1 the ring is left, by turning or by breaking: told is how far points went from their start',
    draws,
    seed: 13,
    check: leaves,
  },
]
