import { casesOf, findingOf, type ClaimCase, type TheoryClaim } from '@ganglion/core'
import type { Cursor } from '@ganglion/numerics'
import { historyCritic, type Rates } from './critic.ts'
import { between, lengthOf, rbf, type Vector } from './kernel.ts'
import { linearised } from './linearised.ts'
import { play } from './play.ts'
import { anyScale, chance, whole } from './region.ts'
import { growthExponent } from './spectral-radius.ts'

/** True points are so many widths apart: exp(-800) is 0 as a number, so that (10) holds to the last bit. */
const apart = 40

/** N true points in a row and N generated points, each on one of them; all of mass 1 / N. */
interface Placing {
  readonly truths: readonly Vector[]
  /** Which true point each generated point lies on. */
  readonly places: readonly number[]
  readonly width: number
  readonly rates: Rates
}

function draw(random: Cursor): Placing {
  const count = whole(random, 2, 4)
  const d = whole(random, 1, 2)
  const width = anyScale(random, 0.1, 10)
  const truths = Array.from({ length: count }, (_, i) =>
    Array.from({ length: d }, (__, c) => (c === 0 ? apart * width * i : 0)),
  )
  const places = Array.from({ length: count }, () => whole(random, 0, count - 1))
  const order = places.map((_, i) => i).sort(() => random.uniform(-1, 1))
  const ridge = anyScale(random, 0.1, 10)
  const critic = 0.05 / ridge
  const pace = anyScale(random, 0.3, 1)
  const points = critic * pace * ridge * ridge * count * count * width * width
  return {
    truths,
    places: random.uniform() < 0.5 ? order : places,
    width,
    rates: { ridge, critic, points },
  }
}

/** The corollary, the eigenvalues of all points together, and the joint game: all must say the same. */
function one(placing: Placing, random: Cursor): ClaimCase {
  const { truths, places, width, rates } = placing
  const mass = 1 / truths.length
  const all = truths.map((at) => ({ at, mass }))
  const kernel = rbf(width)
  const on = places.map((place) => truths[place]!)
  const rest = { kernel, truths: all, points: on.map((at) => ({ at, mass })), rates }
  const exponent = growthExponent(linearised(rest))
  const steps = Math.ceil(8 / Math.abs(exponent))
  const start = on.map((x) => x.map((c) => c + random.normal(0, 1e-4 * width)))
  const held = truths.map((_, i) => places.filter((place) => place === i).length)
  const critic = historyCritic(kernel, {
    truths: all,
    masses: on.map(() => mass),
    rates,
    start: held.map((count) => (mass * (1 - count)) / rates.ridge),
  })
  const away = (points: readonly Vector[]): number =>
    Math.max(...points.map((x, j) => lengthOf(between(x, on[j]!))))
  const before = away(start)
  const masses = on.map(() => mass)
  const far = (points: readonly Vector[]): boolean => away(points) > 100 * before
  const change = away(play(critic, start, masses, rates, steps, 'old', far)) / before
  const stable = new Set(places).size === truths.length
  const value = Math.abs(exponent) * steps
  if (steps < 8000 && exponent < 0 === stable && (stable ? change < 0.5 : change > 2))
    return { value }
  return {
    value,
    fault: `on ${places.join(', ')}: growth exponent ${exponent}, ${change} times as far after ${steps} steps: ${JSON.stringify(rates)}`,
  }
}

/** Corollary 1: points may rest on true points in one way only. */
export const corollary1: TheoryClaim = {
  kind: 'theory',
  name: 'corollary 1: of all ways to lie on true points only one to one is stable',
  sentence:
    'Then, the only stable equilibrium of the generated distribution P_g with supp(P_g) ⊆ supp(P_r) is P_g = P_r.',
  where: 'Corollary 1',
  reading:
    'two to four true points 40 widths apart, as many generated points; half of the draws one to one, half at random; all points play together',
  draws: { smoke: 100, paper: 1000 },
  seed: 7,
  check: (count, seed) =>
    findingOf(
      casesOf(count, (index) => {
        const random = chance(seed, 'corollary-1', index)
        return one(draw(random), random)
      }),
      'growth exponent times steps',
      'smallest',
    ),
}
