import { defineDiscriminator, dense, map, max, type Expr } from 'ganglion/plugin'

const leaky = (e: Expr): Expr => max(e, e.times(0.3))
const normals = (random: { normal(): number }, count: number): number[] =>
  Array.from({ length: count }, () => random.normal())

/** A critic with one hidden layer. */
export const perceptron = defineDiscriminator({
  name: 'perceptron',
  source: 'Goodfellow et al. 2014',
  sizes: { dimensions: 3, hidden: 5 },
  parameters: ({ dimensions, hidden }) => ({
    w1: [hidden, dimensions],
    b1: [hidden],
    w2: [1, hidden],
    b2: [1],
  }),
  initial: (random, { dimensions, hidden }) => ({
    w1: normals(random, hidden * dimensions),
    b1: normals(random, hidden),
    w2: normals(random, hidden),
    b2: normals(random, 1),
  }),
  critic: (x, { w1, b1, w2, b2 }) => dense(w2, b2, map(leaky, dense(w1, b1, x)))(0),
})
