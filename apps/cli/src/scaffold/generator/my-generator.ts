import { defineGenerator, each, exp, sum } from 'ganglion/plugin'

/** A mixture of normal laws that trains its weights too: p_i = exp(a_i) / sum exp(a_j). Only values are written here. */
export default defineGenerator({
  name: 'my-generator',
  source: 'README.md, eqs. 1-2',
  sizes: { components: 2 },
  options: { deviation: { default: 1, min: 1e-3, max: 1e3, description: 'of every component' } },
  parameters: ({ components }) => ({ means: [components], logits: [components] }),
  initial: (random, { components }) => ({
    means: Array.from({ length: components }, () => random.uniform(-3, 3)),
    logits: Array.from({ length: components }, () => 0),
  }),
  measure: ({ means, logits }, _, { deviation }) => {
    const total = sum(logits, (a) => exp(a))
    return { kind: 'mixture', weights: each(logits, (a) => exp(a).over(total)), means, deviation }
  },
})
