import { defineGenerator, each, sigmoid, sum, type Expr } from 'ganglion/plugin'

/** How much a component weighs before all are divided by their sum: never quite 0, so that no weight is 0 / 0. */
const mass = (a: Expr, floor: Expr) => sigmoid(a).plus(floor)

/** A mixture of normal laws that trains its weights as well as its means. Only values are written here. */
export default defineGenerator({
  name: 'my-generator',
  source: 'README.md, eqs. 1-2',
  sizes: { components: 2 },
  options: {
    deviation: { default: 1, min: 1e-6, max: 1e6, description: 'of every component' },
    floor: { default: 0.01, min: 1e-6, max: 1e3, description: 'least mass of a component' },
  },
  parameters: ({ components }) => ({ means: [components], logits: [components] }),
  initial: (random, { components }) => ({
    means: Array.from({ length: components }, () => random.uniform(-3, 3)),
    logits: Array.from({ length: components }, () => 0),
  }),
  measure: ({ means, logits }, _, { deviation, floor }) => {
    const total = sum(logits, (a) => mass(a, floor))
    return {
      kind: 'mixture',
      weights: each(logits, (a) => mass(a, floor).over(total)),
      means,
      deviation,
    }
  },
})
