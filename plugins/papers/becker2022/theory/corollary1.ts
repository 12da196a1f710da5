import {
  findingOf,
  type ClaimCase,
  type Examined,
  type Finding,
  type Laboratory,
  type Systems,
  type SystemsClaim,
} from '@ganglion/core'
import { log, type Cursor } from '@ganglion/numerics'
import type { Rates } from './critic.ts'
import { rbf, type Vector } from './kernel.ts'
import { linearised } from './linearised.ts'
import { anyScale, chance, whole } from './region.ts'
import { growthExponent } from './spectral-radius.ts'
import { changeOf } from './systems.ts'

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

/** A placing with what the paper's linearisation says of it. */
interface Drawn {
  readonly placing: Placing
  readonly exponent: number
  readonly nudge: readonly number[]
}

/** Placings in which all points lie on true points; their growth exponent is that of all points together. */
function drawn(random: Cursor): Drawn {
  const placing = draw(random)
  const { truths, places, width, rates } = placing
  const mass = 1 / truths.length
  const all = truths.map((at) => ({ at, mass }))
  const points = places.map((place) => all[place]!)
  const felt = growthExponent(linearised({ kernel: rbf(width), truths: all, points, rates }))
  const exponent = Math.max(felt, log(1 - rates.critic * rates.ridge))
  const nudge = points.flatMap(({ at }) => at.map(() => random.normal(0, 1e-4 * width)))
  return { placing, exponent, nudge }
}

const shapeOf = ({ placing: { truths } }: Drawn): string => `${truths.length} ${truths[0]!.length}`

/** Placings of one shape as games. */
function systemsOf(all: readonly Drawn[]): Systems {
  const { truths } = all[0]!.placing
  const dimensions = truths[0]!.length
  const masses = truths.map(() => 1 / truths.length)
  return {
    config: {
      target: { kind: 'points', positions: truths, masses },
      generator: { plugin: 'points', points: truths.length, dimensions },
      discriminator: { plugin: 'kernel', capacity: 1200, dimensions },
      dynamics: { plugin: 'simultaneous' },
      objective: 'mean-difference',
      optimizer: 'sgd',
    },
    each: all.map(({ placing: { truths: here, places, width, rates }, nudge }) => ({
      nudge,
      numbers: {
        'target.positions': here.flat(),
        'generator.positions': places.flatMap((place) => here[place]!),
        'discriminator.sigma': [width],
        'discriminator.lambda': [rates.ridge],
        'dynamics.generatorRate': [rates.points],
        'dynamics.discriminatorRate': [rates.critic],
      },
    })),
    decided: 8,
    mostSteps: 8000,
  }
}

/** The corollary, the eigenvalues of all points together, and the joint game: all must say the same. */
function caseOf({ placing, exponent: own }: Drawn, found: Examined): ClaimCase {
  const { truths, places, rates } = placing
  const { exponent, steps } = found
  const change = changeOf(found, truths[0]!.length)
  const stable = new Set(places).size === truths.length
  const value = Math.abs(exponent) * steps
  const same = Math.abs(exponent - own) <= 1e-6 * Math.abs(own)
  if (value > 7 && same && exponent < 0 === stable && (stable ? change < 0.5 : change > 2))
    return { value }
  return {
    value,
    fault: `on ${places.join(', ')}: growth exponent ${exponent}, by equation 12 ${own}, ${change} times as far after ${steps} steps: ${JSON.stringify(rates)}`,
  }
}

async function check(count: number, seed: number, laboratory: Laboratory): Promise<Finding> {
  const all = Array.from({ length: count }, (_, k) => drawn(chance(seed, 'corollary-1', k)))
  const cases: ClaimCase[] = []
  for (const group of Map.groupBy(all.entries(), ([, one]) => shapeOf(one)).values()) {
    const found = await laboratory.examine(systemsOf(group.map(([, one]) => one)))
    group.forEach(([index, one], k) => (cases[index] = caseOf(one, found[k]!)))
  }
  return findingOf(cases, 'growth exponent times steps', 'smallest')
}

/** Corollary 1: points may rest on true points in one way only. */
export const corollary1: SystemsClaim = {
  kind: 'systems',
  name: 'corollary 1: of all ways to lie on true points only one to one is stable',
  sentence:
    'Then, the only stable equilibrium of the generated distribution P_g with supp(P_g) ⊆ supp(P_r) is P_g = P_r.',
  where: 'Corollary 1',
  reading:
    'two to four true points 40 widths apart, as many generated points; half of the draws one to one, half at random; all points play together',
  draws: { smoke: 100, paper: 1000 },
  seed: 7,
  check,
}
