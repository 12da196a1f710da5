import {
  findingOf,
  type ClaimCase,
  type Examined,
  type Finding,
  type Laboratory,
} from '@ganglion/core'
import { log, type Cursor } from '@ganglion/numerics'
import { chance, exponentOf, told, type Region } from './region.ts'
import { changeOf, nudgeOf, shapeOf, systemsOf } from './systems.ts'

/** More steps than this are not played: such a system is not decided. */
const mostSteps = 4000
/** Growth exponent times steps: what is below is not decided. */
const decided = 7
/** So many steps are played that this is reached. */
const played = decided + 1
/** The exponent of the paper's own linearisation and that of the exact Jacobian of a step differ by no more, as a share. */
const alike = 1e-6

/** What a claim says of one random region. */
export interface Told {
  readonly region: Region
  readonly stable: boolean
}

/** How many systems, drawn from which seed, and who examines them. */
export interface Trials {
  readonly count: number
  readonly seed: number
  readonly laboratory: Laboratory
}

/** A decided system. */
interface System extends Told {
  readonly nudge: readonly number[]
  /** By the paper's linearisation. */
  readonly exponent: number
}

/**
 * Draws regions until so many are decided, and sets three answers side by side: the theorem's, by Delta; the eigenvalues of the
 * exact Jacobian of a step; and the played game. Told is how far from undecided the nearest case was.
 */
export async function agreement(
  name: string,
  draw: (random: Cursor) => Told | null,
  { count, seed, laboratory }: Trials,
): Promise<Finding> {
  let passed = 0
  const systems = Array.from({ length: count }, (_, index) => {
    const random = chance(seed, name, index)
    for (;;) {
      const found = decidedOf(draw(random), random)
      if (found) return found
      passed++
    }
  })
  const cases = await judged(systems, laboratory)
  const shapes = new Set(systems.map(({ region }) => shapeOf(region))).size
  return findingOf(cases, 'growth exponent times steps', 'smallest', { undecided: passed, shapes })
}

function decidedOf(drawn: Told | null, random: Cursor): System | null {
  if (!drawn) return null
  const exponent = slowest(drawn.region)
  if (!(Math.ceil(played / Math.abs(exponent)) <= 0.99 * mostSteps)) return null
  return {
    ...drawn,
    exponent,
    nudge: nudgeOf(drawn.region, (deviation) => random.normal(0, deviation)),
  }
}

/** By equation 12 about the equilibrium; what no point feels fades by 1 - eta_d lambda. */
const slowest = (region: Region): number =>
  Math.max(exponentOf(region), log(1 - region.rates.critic * region.rates.ridge))

/** Those of one shape are played together. */
async function judged(systems: readonly System[], laboratory: Laboratory): Promise<ClaimCase[]> {
  const cases: ClaimCase[] = []
  const groups = Map.groupBy(systems.entries(), ([, { region }]) => shapeOf(region))
  for (const group of groups.values()) {
    const found = await laboratory.examine(
      systemsOf(
        group.map(([, { region }]) => region),
        group.map(([, { nudge }]) => nudge),
        { decided: played, mostSteps },
      ),
    )
    group.forEach(([index, system], k) => (cases[index] = caseOf(system, found[k]!)))
  }
  return cases
}

function caseOf({ region, stable, exponent: own }: System, found: Examined): ClaimCase {
  const { exponent, steps } = found
  const change = changeOf(found, region.truth.length)
  const value = Math.abs(exponent) * steps
  const answers = [exponent < 0, change < 0.5]
  // Neither much nearer nor much farther is no answer.
  const clear = change < 0.5 || change > 2
  const same = Math.abs(exponent - own) <= alike * Math.abs(own)
  if (value > decided && clear && same && answers.every((answer) => answer === stable))
    return { value }
  return {
    value,
    fault: `stable by the theorem: ${stable}; growth exponent ${exponent}, by equation 12 ${own}; after ${steps} steps ${change} times as far: ${told(region)}`,
  }
}
