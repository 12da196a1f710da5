import { num, sum, normalCdf, type Expr } from '@ganglion/calculus'
import { defineDiscriminator, type MixtureForm } from '@ganglion/core'
import { bestIntervals, zeros } from './best-intervals.ts'
import { cross, crossings } from './crossing.ts'

/** Mass of a mixture between two ends. */
function mass({ weights, means, deviation }: MixtureForm, left: Expr, right: Expr): Expr {
  const scale = num(1).over(deviation)
  const below = (end: Expr, mean: Expr): Expr => normalCdf(end.minus(mean).times(scale))
  return sum(weights, (w, j) => w.times(below(right, means(j)).minus(below(left, means(j)))))
}

/** Union of k intervals: D(x) counts the living intervals with l < x < r (li2017, eq. 5). Ends in the unit of x. */
const interval = defineDiscriminator({
  name: 'interval',
  source: 'li2017, eq. 5',
  sizes: { intervals: 2 },
  options: {
    crossing: {
      choices: crossings,
      description: 'what becomes of an interval whose ends pass each other',
    },
    zeros: {
      choices: zeros,
      description:
        'how the best answer searches its ends: all zeros, or one for each change of sign between the means',
    },
  },
  parameters: ({ intervals }) => ({ left: [intervals], right: [intervals] }),
  memory: ({ intervals }) => ({ alive: [intervals] }),
  unbounded: ['left', 'right'],
  // Written out: a sweep draws a start for every member.
  initial: (random, { intervals }) => {
    const ends: number[] = []
    for (let k = 0; k < 2 * intervals; k++) insert(ends, random.uniform(-2, 2))
    const [left, right]: [number[], number[]] = [[], []]
    for (let i = 0; i < intervals; i++) {
      left.push(ends[2 * i]!)
      right.push(ends[2 * i + 1]!)
    }
    return { left, right }
  },
  critic: (x, { left, right, alive }) =>
    sum(left, (l, i) =>
      alive(i)
        .times(l.below(x(0)))
        .times(x(0).below(right(i))),
    ),
  expectation: {
    mixture: (law, f, { left, right, alive }) => {
      const inside = sum(left, (l, i) => alive(i).times(mass(law, l, right(i))))
      return inside.times(f(num(1))).plus(
        num(1)
          .minus(inside)
          .times(f(num(0))),
      )
    },
  },
  constraint: (next, before, { crossing }) => cross(crossing, next, before),
  best: bestIntervals,
})

export default interval

/** Puts a number where it belongs among ascending ones. */
function insert(sorted: number[], number: number): void {
  let at = sorted.length
  sorted.push(number)
  for (; at > 0 && sorted[at - 1]! > number; at--) sorted[at] = sorted[at - 1]!
  sorted[at] = number
}

/** Where intervals may overlap, a point counts twice and the best answer is another: the suite plays without that. */
export const conformance = { settings: { crossing: 'absorb-ordered' } }
