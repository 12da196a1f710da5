import { casesOf, findingOf, type ClaimCase, type Finding } from '@ganglion/core'
import type { Cursor } from '@ganglion/numerics'
import { chance, exponentOf, simulated, told, type Region } from './region.ts'

/** More steps than this are not played: such a system is not decided. */
const mostSteps = 4000
/** Growth exponent times steps: what is below is not decided. */
const decided = 7

/** What a claim says of one random region. */
export interface Told {
  readonly region: Region
  readonly stable: boolean
}

/**
 * Draws regions until so many are decided, and sets three answers side by side: the theorem's, by Delta; the eigenvalues' of the
 * linearised step; and what playing shows. Told is how far from undecided the nearest case was.
 */
export function agreement(
  name: string,
  draw: (random: Cursor) => Told | null,
  draws: number,
  seed: number,
): Finding {
  let passed = 0
  const one = (random: Cursor): ClaimCase => {
    const found = draw(random)
    const exponent = found ? exponentOf(found.region) : 0
    const steps = Math.ceil((decided + 1) / Math.abs(exponent))
    if (!found || !(steps <= mostSteps)) {
      passed++
      return one(random)
    }
    const { region, stable } = found
    const change = simulated(region, random, steps)
    const value = Math.abs(exponent) * steps
    const answers = [stable, exponent < 0, change < 0.5]
    // Neither much nearer nor much farther is no answer.
    const clear = change < 0.5 || change > 2
    if (clear && answers.every((answer) => answer === stable)) return { value }
    return {
      value,
      fault: `stable by the theorem: ${stable}; growth exponent ${exponent}; after ${steps} steps ${change} times as far: ${told(region)}`,
    }
  }
  const cases = casesOf(draws, (index) => one(chance(seed, name, index)))
  return findingOf(cases, 'growth exponent times steps', 'smallest', { undecided: passed })
}
