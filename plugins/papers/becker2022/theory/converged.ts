import { casesOf, findingOf, type ClaimCase, type TheoryClaim } from '@ganglion/core'
import { exp } from '@ganglion/numerics'
import { historyCritic, waveCritic } from './critic.ts'
import { between, lengthOf, rbf, square, type Vector } from './kernel.ts'
import { anyScale, chance, drawRegion, excessOf, normals, told, whole } from './region.ts'

const draws = { smoke: 100, paper: 1000 }

/** (26) about two points this far apart. */
const loss26 = (x: Vector, y: Vector, sigma: number, ridge: number): number =>
  (1 - exp(-square(between(x, y)) / (2 * sigma * sigma))) / ridge

/** Trains the discriminator alone until nothing is left of its start, and compares the generator's loss. */
function trained(index: number, seed: number): ClaimCase {
  const random = chance(seed, 'loss-26', index)
  const d = whole(random, 1, 4)
  const sigma = anyScale(random, 0.2, 5)
  const ridge = anyScale(random, 0.1, 10)
  const rates = { ridge, critic: random.uniform(0.1, 0.5) / ridge, points: 0 }
  const [truth, point] = [normals(random, d), normals(random, d)]
  const critic = historyCritic(rbf(sigma), {
    truths: [{ at: truth, mass: 1 }],
    masses: [1],
    rates,
    start: [random.normal()],
  })
  for (let step = 0; step < 400; step++) critic.learn([point])
  const expected = loss26(truth, point, sigma, ridge)
  const value = Math.abs(-critic.value(point) - expected) * ridge
  return value < 1e-12
    ? { value }
    : { value, fault: `off by ${value} of ${expected} at sigma ${sigma}, lambda ${ridge}` }
}

/** From any start the parameters converge to the same: f* = Delta K(x, x_i) / lambda. */
function unique(index: number, seed: number): ClaimCase {
  const random = chance(seed, 'unique', index)
  const excess = random.uniform(-1, 0.9)
  const region = drawRegion(random, { points: whole(random, 1, 4), excess, pace: 1 })
  const { kernel, waves, truth, mass, masses } = region
  const rates = { ...region.rates, critic: random.uniform(0.1, 0.5) / region.rates.ridge }
  const truths = [{ at: truth, mass }]
  const known = { truths, masses, rates, start: [random.normal(0, 3)] }
  const elsewhere = [{ at: truth.map((c) => c + random.normal()), mass: random.normal() }]
  const critic = waves
    ? waveCritic(waves, known)
    : historyCritic(kernel, { ...known, past: elsewhere })
  const all = masses.map(() => truth)
  for (let step = 0; step < 400; step++) critic.learn(all)
  const x = truth.map((c) => c + random.normal())
  const expected = (excessOf(region) / rates.ridge) * kernel.value(between(x, truth))
  const value = Math.abs(critic.value(x) - expected) * rates.ridge
  const slope = lengthOf([...critic.slope(truth)]) * rates.ridge
  if (value < 1e-11 && slope < 1e-11) return { value }
  return { value, fault: `f* off by ${value}, slope ${slope}: ${told(region)}` }
}

/** How steep (26) is: its derivative in the distance r. */
const steepness = (r: number, sigma: number): number =>
  (r / (sigma * sigma)) * exp((-r * r) / (2 * sigma * sigma))

/** Section 6: near the target the wider of two kernels pulls less, far away the narrower. */
function tradeOff(index: number, seed: number): ClaimCase {
  const random = chance(seed, 'trade-off', index)
  const narrow = anyScale(random, 0.05, 5)
  const wide = narrow * random.uniform(2, 100)
  const near = narrow * random.uniform(0.01, 0.2)
  const far = wide * random.uniform(0.8, 2)
  const least = Math.max(far, 4 * narrow)
  const value = Math.max(
    steepness(near, wide) / steepness(near, narrow),
    steepness(least, narrow) / steepness(least, wide),
  )
  return value < 1 ? { value } : { value, fault: `${value} for widths ${narrow} and ${wide}` }
}

/** What the converged discriminator is, and what follows of the kernel's width. */
export const convergedClaims: readonly TheoryClaim[] = [
  {
    kind: 'theory',
    name: 'theorem 1: f* is unique, whatever the start',
    sentence:
      'Then, there is a unique θ_i* such that (θ_i*, X̃_i*) is an equilibrium point of the GAN dynamics (12) in the region V_i.',
    where: 'Theorem 1',
    reading:
      'points on the true point, f from a random start, 400 steps; told: the difference from Delta K / lambda at a random place, times lambda',
    draws,
    seed: 8,
    check: (count, seed) =>
      findingOf(
        casesOf(count, (index) => unique(index, seed)),
        'difference',
        'largest',
      ),
  },
  {
    kind: 'theory',
    name: 'equation 26: the loss against the converged discriminator',
    sentence:
      'the discriminator parameters θ^k will converge to some values θ^k → θ*, and the resulting generator loss in (8) is given by L_g(θ*, x̃_0) = (1/λ)(1 − e^(−‖x_0 − x̃_0‖²/2σ²))',
    where: 'Equation 26, section 6',
    reading: 'both masses 1; f from a random start, 400 steps; told: the difference times lambda',
    draws,
    seed: 9,
    check: (count, seed) =>
      findingOf(
        casesOf(count, (index) => trained(index, seed)),
        'difference',
        'largest',
      ),
  },
  {
    kind: 'theory',
    name: 'section 6: wide kernels pull weakly near the target, narrow ones far from it',
    sentence:
      'Now, if the kernel width σ is very large, the loss will have a small gradient when x̃_0 is close to x_0, i.e., the generated point is close to the true value. On other hand, if σ is very small, the loss will have a small gradient when x̃_0 is far from x_0.',
    where: 'section 6',
    reading:
      'slope of (26); near: within 0.2 of the narrower width; far: from 0.8 of the wider on, and 4 of the narrower; told: the weaker slope by the stronger',
    draws,
    seed: 10,
    check: (count, seed) =>
      findingOf(
        casesOf(count, (index) => tradeOff(index, seed)),
        'ratio of slopes',
        'largest',
      ),
  },
]
