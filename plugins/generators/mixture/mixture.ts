import { each, exp, max, sum, type Expr, type Vec } from '@ganglion/calculus'
import { defineGenerator } from '@ganglion/core'
import { ascending } from './ascending.ts'

/**
 * A mixture of normal laws with one deviation (li2017, sec. 2). Means in the unit of x; weights given, trained freely, or
 * trained through logits.
 */
const mixture = defineGenerator({
  name: 'mixture',
  source: 'li2017, sec. 2.1',
  sizes: { components: 2 },
  options: {
    deviation: {
      default: 1,
      min: 1e-6,
      max: 1e6,
      description: 'standard deviation of every component',
    },
    learned: {
      choices: ['means', 'weights', 'logits'],
      description:
        'what is trained: means alone; weights too, free; or logits too, so that weights stay in (0, 1)',
    },
    order: {
      choices: ['free', 'sorted'],
      description: 'sorted: means are put in order after every move',
    },
  },
  parameters: ({ components }, { learned }) => ({
    means: [components],
    ...(learned === 'weights' && { weights: [components] }),
    ...(learned === 'logits' && { logits: [components] }),
  }),
  fixed: ({ components }, { learned }) => ({
    ...(learned !== 'weights' && { weights: [components] }),
  }),
  initial: (random, { components }, { learned }) => ({
    means: Array.from({ length: components }, () => random.uniform(-3, 3)),
    weights: Array.from({ length: components }, () => 1 / components),
    ...(learned === 'logits' && { logits: Array.from({ length: components }, () => 0) }),
  }),
  constraint: ({ means }, _, { order }) => (order === 'sorted' ? { means: ascending(means) } : {}),
  measure: ({ weights, logits, means }, _, { deviation }) => ({
    kind: 'mixture',
    weights: logits ? reweighed(weights!, logits) : weights!,
    means,
    deviation,
  }),
})

/** w_j exp(l_j) / sum_k w_k exp(l_k), the greatest logit subtracted first: at equal logits it is w / sum w. */
function reweighed(weights: Vec, logits: Vec): Vec {
  const top = Array.from({ length: logits.size }, (_, k): Expr => logits(k)).reduce((a, b) =>
    max(a, b),
  )
  const shares = each(weights, (w, j) => w.times(exp(logits(j).minus(top))))
  const total = sum(shares)
  return each(shares, (share) => share.over(total))
}

export default mixture
