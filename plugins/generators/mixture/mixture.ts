import { defineGenerator } from '@ganglion/core'

/** A mixture of normal laws with given weights and one deviation (li2017, sec. 2). Means in the unit of x. */
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
  },
  parameters: ({ components }) => ({ means: [components] }),
  fixed: ({ components }) => ({ weights: [components] }),
  initial: (random, { components }) => ({
    means: Array.from({ length: components }, () => random.uniform(-3, 3)),
    weights: Array.from({ length: components }, () => 1 / components),
  }),
  measure: ({ weights, means }, _, { deviation }) => ({
    kind: 'mixture',
    weights,
    means,
    deviation,
  }),
})

export default mixture
