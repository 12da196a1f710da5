import { casesOf, findingOf, type ClaimCase, type TheoryClaim } from '@ganglion/core'
import { historyCritic } from './critic.ts'
import { lengthOf, rational, rbf, type Kernel } from './kernel.ts'
import { play } from './play.ts'
import { anyScale, chance, drawRegion, exponentOf, normals, told, whole } from './region.ts'

const draws = { smoke: 100, paper: 1000 }

/** Delta = 0 and several points: what keeps their mean does not move them at all. */
function balanced(index: number, seed: number): ClaimCase {
  const random = chance(seed, 'balanced', index)
  const region = drawRegion(random, {
    points: whole(random, 2, 4),
    excess: 0,
    pace: anyScale(random, 0.1, 1),
  })
  const value = Math.abs(exponentOf(region))
  return value < 1e-9
    ? { value }
    : { value, fault: `growth exponent ${exponentOf(region)}: ${told(region)}` }
}

/** One true and one generated point, lambda = 0, in the order of (11b): the distance neither grows nor falls. */
function cycles(index: number, seed: number): ClaimCase {
  const random = chance(seed, 'dirac', index)
  const d = whole(random, 1, 3)
  const sigma = anyScale(random, 0.1, 10)
  const critic = anyScale(random, 1e-3, 1)
  // Turns by so much a step: eta_d eta_g / sigma^2, with both masses 1.
  const turn = random.uniform(0.05, 0.2)
  const rates = { critic, points: (turn * turn * sigma * sigma) / critic, ridge: 0 }
  const truth = Array.from({ length: d }, () => 0)
  const any = normals(random, d)
  const radius = 1e-3 * sigma
  const start = any.map((c) => (radius * c) / lengthOf(any))
  const critic11 = historyCritic(rbf(sigma), {
    truths: [{ at: truth, mass: 1 }],
    masses: [1],
    rates,
  })
  const around = Math.ceil((2 * Math.PI) / turn)
  let [early, late] = [0, 0]
  play(critic11, [start], [1], rates, 12 * around, 'new', ([x], step) => {
    if (step <= around) early = Math.max(early, lengthOf(x!))
    if (step > 11 * around) late = Math.max(late, lengthOf(x!))
  })
  const value = Math.abs(late / early - 1)
  return value < 0.02 ? { value } : { value, fault: `from ${early} to ${late}: sigma ${sigma}` }
}

/** Second difference of K(x, 0) and mixed difference of K(x, x') at the true point, for (17). */
function curvatureOf(kernel: Kernel, direction: readonly number[], h: number): readonly number[] {
  const at = (t: number): number => kernel.value(direction.map((c) => c * t))
  const k = -(at(h) - 2 * at(0) + at(-h)) / (h * h)
  // K(h, h) - K(h, -h) - K(-h, h) + K(-h, -h), which depends on differences alone.
  const mixed = (2 * at(0) - at(2 * h) - at(-2 * h)) / (4 * h * h)
  return [(at(h) - at(-h)) / (2 * h), k, mixed]
}

function assumption(index: number, seed: number): ClaimCase {
  const random = chance(seed, 'assumption-1', index)
  const sigma = anyScale(random, 0.1, 10)
  const any = normals(random, whole(random, 1, 5))
  const direction = any.map((c) => c / lengthOf(any))
  const kernel = index % 2 === 0 ? rbf(sigma) : rational(sigma)
  const [slope, k, mixed] = curvatureOf(kernel, direction, 1e-4 * sigma) as [number, number, number]
  const value = Math.max(
    Math.abs(slope) * sigma,
    Math.abs(k * sigma * sigma - 1),
    Math.abs(mixed * sigma * sigma - 1),
  )
  return value < 1e-6 ? { value } : { value, fault: `off by ${value}: ${kernel.name}` }
}

/** The cases that theorem 1 leaves aside, and the assumption that it makes. */
export const boundaryClaims: readonly TheoryClaim[] = [
  {
    kind: 'theory',
    name: 'assumption 1: for the RBF all four constants are 1 / sigma^2',
    sentence:
      'The assumption, for example, is satisfied by the RBF kernel (7) with k_1 = k_2 = k_3 = k_4 = 1/σ².',
    where: 'Assumption 1, equations 16 and 17',
    reading:
      'differences of K in random directions; also of the rational quadratic kernel; the Laplacian kernel has a cusp at the true point and does not satisfy it; told: the difference, times sigma^2',
    draws,
    seed: 14,
    check: (count, seed) =>
      findingOf(
        casesOf(count, (index) => assumption(index, seed)),
        'difference',
        'largest',
      ),
  },
  {
    kind: 'theory',
    name: 'boundary: without excess several points are critical, not exponentially stable',
    sentence:
      'For example, when Δ_i = 0 and |N_i| > 1, the theorem does not state whether the equilibrium point is stable or unstable. These boundary cases are standard in linearization analyses when the eigenvalues of the linearized system are only critically stable.',
    where: 'section 3, boundary cases',
    reading: 'the spectral radius of the linearised step is 1',
    draws,
    seed: 15,
    check: (count, seed) =>
      findingOf(
        casesOf(count, (index) => balanced(index, seed)),
        'growth exponent',
        'largest',
      ),
  },
  {
    kind: 'theory',
    name: 'Dirac-GAN: without regularisation the point cycles',
    sentence:
      'When there is no regularization (λ = 0), the criteria in both (19) and (20) are both exactly zero, meaning the equilibrium point is not exponentially stable or unstable. In this case, [20] shows that the system has a limit cycle.',
    where: 'section 3, relation to Dirac-GAN',
    reading:
      'f moves first, as in (11b): moves at the same time (9) add eta_d eta_g p^2 / sigma^2 to the squared modulus; the largest distance of the twelfth turn against the first; told: the difference, as a share',
    draws,
    seed: 16,
    check: (count, seed) =>
      findingOf(
        casesOf(count, (index) => cycles(index, seed)),
        'difference',
        'largest',
      ),
  },
]
