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
  initial: (random, { intervals }) => {
    const ends = Array.from({ length: 2 * intervals }, () => random.uniform(-2, 2)).sort(
      (a, b) => a - b,
    )
    return { left: ends.filter((_, k) => k % 2 === 0), right: ends.filter((_, k) => k % 2 === 1) }
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

/** Where intervals may overlap, a point counts twice and the best answer is another: the suite plays without that. */
export const conformance = { settings: { crossing: 'absorb-ordered' } }
