import {
  casesOf,
  findingOf,
  type ClaimCase,
  type Finding,
  type Games,
  type Laboratory,
  type SystemsClaim,
  type TheoryClaim,
} from '@ganglion/core'
import type { Cursor } from '@ganglion/numerics'
import { historyCritic, type Atom, type Rates } from './critic.ts'
import { between, lengthOf, rational, rbf, type Kernel, type Vector } from './kernel.ts'
import { play } from './play.ts'
import { anyScale, chance, normals, whole } from './region.ts'

const draws = { smoke: 100, paper: 1000 }
const where = 'Theorem 3, equations 24 and 25'
const sentence =
  'Then, for any initial condition, x̃_0^0, and unit vector u ∈ R^d, and λ sufficiently small, there exists an initial discriminator function f^0(x) and velocity v_0 > 0 such that the solution to the system in equation (24) is x̃_0^k = x̃_0^0 + k v_0 u.'
const slips =
  'equation 24 drops eta_d and p~, which (5) and (9) have; a true point too far away for its kernel'

/** One point far from everything, and the direction in which it goes. */
interface Escape {
  readonly kernel: Kernel
  readonly sigma: number
  readonly start: Vector
  readonly direction: Vector
  readonly mass: number
  readonly rates: Rates
  /** p sqrt(eta_d eta_g), the speed of small steps: K(0) = 1. */
  readonly speed: number
}

function drawEscape(random: Cursor, kernelOf: (sigma: number) => Kernel, share: number): Escape {
  const sigma = anyScale(random, 0.1, 10)
  const mass = random.uniform(0.05, 1)
  const speed = share * sigma
  const critic = anyScale(random, 1e-4, 1)
  const d = whole(random, 1, 5)
  const any = normals(random, d)
  return {
    kernel: kernelOf(sigma),
    sigma,
    start: normals(random, d),
    direction: any.map((c) => c / lengthOf(any)),
    mass,
    rates: { critic, points: (speed * speed) / (mass * mass * critic), ridge: 0 },
    speed,
  }
}

const along = ({ start, direction }: Escape, by: number): number[] =>
  start.map((c, k) => c + by * direction[k]!)

/** The kernels that a point leaves behind on its way here with this speed. */
const trail = (escape: Escape, speed: number, length: number): Atom[] => {
  const { rates, mass } = escape
  return Array.from({ length }, (_, k) => {
    const age = length - k
    let weight = -rates.critic * mass
    for (let n = 1; n < age; n++) weight *= 1 - rates.critic * rates.ridge
    return { at: along(escape, -age * speed), mass: weight }
  })
}

const criticOf = ({ kernel, mass, rates }: Escape, past: readonly Atom[]) =>
  historyCritic(kernel, { truths: [], masses: [mass], rates, past })

/** How much farther than this speed the trail of this speed pushes the point in a step. */
function surplus(escape: Escape, speed: number, length: number): number {
  const { start, direction, rates, mass } = escape
  const slope = criticOf(escape, trail(escape, speed, length)).slope(start)
  return direction.reduce((sum, c, k) => sum + rates.points * mass * c * slope[k]!, -speed)
}

/** v_0 and f^0 of the theorem: the speed whose own trail pushes by it, found by halving. */
function steady(escape: Escape, length: number): number {
  let [low, high] = [escape.speed / 2, escape.speed * 2]
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2
    if (surplus(escape, middle, length) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const off = (escape: Escape, speed: number): number => Math.abs(speed / escape.speed - 1)
const inWords = ({ kernel, mass, rates }: Escape): string =>
  `${kernel.name}, p~ = ${mass}, ${JSON.stringify(rates)}`

/** So many steps a pushed point is played for. */
const pushedSteps = 1000

/** Room for a kernel at every place where it was, and the one behind it. */
const room = pushedSteps + 10

/** Points of one kernel and dimension as games: behind each stands one kernel, a small step away; there is no true point. */
function pushed(escapes: readonly Escape[], word: string): Games {
  const dimensions = escapes[0]!.start.length
  const origin = escapes[0]!.start.map(() => 0)
  const filled = (numbers: readonly number[], length: number): number[] => [
    ...numbers,
    ...Array.from({ length: length - numbers.length }, () => 0),
  ]
  return {
    config: {
      target: { kind: 'points', positions: [origin], masses: [1] },
      generator: { plugin: 'points', points: 1, dimensions },
      discriminator: { plugin: 'kernel', kernel: word, dimensions, capacity: room, merging: 0 },
      dynamics: { plugin: 'simultaneous' },
      objective: 'mean-difference',
      optimizer: 'sgd',
    },
    each: escapes.map((escape) => ({
      'target.masses': [0],
      'generator.positions': escape.start,
      'generator.masses': [escape.mass],
      'discriminator.sigma': [escape.sigma],
      'discriminator.lambda': [0],
      'discriminator.atoms': filled(along(escape, -escape.speed / 10), room * dimensions),
      'discriminator.coefficients': filled([-escape.rates.critic * escape.mass], room),
      'discriminator.used': [1],
      'dynamics.generatorRate': [escape.rates.points],
      'dynamics.discriminatorRate': [escape.rates.critic],
    })),
    after: [pushedSteps - 1, pushedSteps],
  }
}

/** A point with nothing behind it but one small step finds the speed by itself: the engine plays. */
async function finds(count: number, seed: number, laboratory: Laboratory): Promise<Finding> {
  const all = Array.from({ length: count }, (_, index) => {
    const word = index % 2 === 0 ? 'rbf' : 'rational-quadratic'
    return { word, escape: drawEscape(chance(seed, 'push', index), kernels[word], 0.1) }
  })
  const shape = ({ word, escape }: (typeof all)[number]): string => `${word} ${escape.start.length}`
  const cases: ClaimCase[] = []
  for (const group of Map.groupBy(all.entries(), ([, one]) => shape(one)).values()) {
    const escapes = group.map(([, { escape }]) => escape)
    const found = await laboratory.play(pushed(escapes, group[0]![1].word))
    group.forEach(([index, { escape }], k) => {
      const [last, now] = found[k]!
      const value = off(escape, lengthOf(between(now!, last!)))
      cases[index] =
        value < 1e-3 ? { value } : { value, fault: `speed off by ${value}: ${inWords(escape)}` }
    })
  }
  return findingOf(cases, 'difference of the speed from p~ sqrt(eta_d eta_g)', 'largest')
}

const kernels = { rbf, 'rational-quadratic': rational } as const

/** With the f^0 of the theorem every step is the same. */
function keeps(escape: Escape, length: number): ClaimCase {
  const { start, mass, rates } = escape
  const speed = steady(escape, length)
  let value = off(escape, speed)
  if (value > 1e-3) return { value, fault: `speed off by ${value}: ${inWords(escape)}` }
  let apart = 0
  const critic = criticOf(escape, trail(escape, speed, length))
  play(critic, [start], [mass], rates, 300, 'old', ([x], step) => {
    apart = Math.max(apart, lengthOf(between(x!, along(escape, step * speed))) / (step * speed))
  })
  return apart < 1e-6 ? { value } : { value, fault: `off the line by ${apart}: ${inWords(escape)}` }
}

/** Theorem 3: divergence. */
export const theorem3: readonly (TheoryClaim | SystemsClaim)[] = [
  {
    kind: 'theory',
    name: 'theorem 3: from the right f a lone point goes on in a line at constant speed',
    sentence,
    where,
    reading: `${slips}; RBF, lambda = 0, one to five dimensions; f^0 is the trail of a point of that speed; the speed is p~ sqrt(eta_d eta_g) to 0.1 %, 300 steps keep it to 1e-6`,
    draws,
    seed: 21,
    check: (count, seed) =>
      findingOf(
        casesOf(count, (index) => keeps(drawEscape(chance(seed, 'escape', index), rbf, 0.05), 240)),
        'difference of the speed from p~ sqrt(eta_d eta_g)',
        'largest',
      ),
  },
  {
    kind: 'systems',
    name: 'theorem 3: pushed once, a lone point finds that speed by itself',
    sentence:
      'Remarkably, the theorem shows that an isolated generated point can enter a trajectory where it continues to move linearly in a direction simply propelled by its own kernel history',
    where: 'section 5',
    reading: `${slips}; lambda = 0; first pushed by a tenth of the speed; RBF and rational quadratic kernels; the engine plays them with their full history; told: the last of 1000 steps against p~ sqrt(eta_d eta_g)`,
    draws,
    seed: 22,
    check: finds,
  },
]
