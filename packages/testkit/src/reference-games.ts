import {
  defineDiscriminator,
  defineGenerator,
  defineObjective,
  defineOptimizer,
} from '@ganglion/core'
import { cos, dot, softplus, sum, tensor } from '@ganglion/calculus'

/** A mixture whose means are its parameters, on the line, in the unit of x. */
export const referenceMixture = defineGenerator({
  name: 'reference-mixture',
  source: 'li2017, sec. 2.1',
  sizes: { components: 2 },
  options: { deviation: { default: 1, min: 1e-6 } },
  parameters: ({ components }) => ({ means: [components] }),
  fixed: ({ components }) => ({ weights: [components] }),
  initial: (random, { components }) => ({
    means: Array.from({ length: components }, () => random.uniform(-2, 2)),
    weights: Array.from({ length: components }, () => 1 / components),
  }),
  measure: ({ means, weights }, _, { deviation }) => ({
    kind: 'mixture',
    weights,
    means,
    deviation,
  }),
})

/** Points that are themselves the parameters, of equal mass. */
export const referencePoints = defineGenerator({
  name: 'reference-points',
  source: 'particles, each a parameter',
  sizes: { points: 4, dimensions: 1 },
  parameters: ({ points, dimensions }) => ({ positions: [points, dimensions] }),
  initial: (random, { points, dimensions }) => ({
    positions: Array.from({ length: points * dimensions }, () => random.normal()),
  }),
  measure: ({ positions }) => ({
    kind: 'points',
    positions,
    masses: tensor([positions.axes[0]], () => 1 / positions.size),
  }),
})

/** A smooth critic on points in any number of dimensions: random cosines with trained heights. */
export const referenceCritic = defineDiscriminator({
  name: 'reference-critic',
  source: 'random Fourier features, Rahimi and Recht 2007, sec. 3',
  sizes: { features: 3, dimensions: 1 },
  parameters: ({ features }) => ({ height: [features] }),
  fixed: ({ features, dimensions }) => ({ frequency: [features, dimensions], phase: [features] }),
  initial: (random, { features, dimensions }) => ({
    height: Array.from({ length: features }, () => random.normal()),
    frequency: Array.from({ length: features * dimensions }, () => random.normal()),
    phase: Array.from({ length: features }, () => random.uniform(0, 6)),
  }),
  critic: (x, { height, frequency, phase }) =>
    sum(height, (h, k) => h.times(cos(dot(frequency(k), x).plus(phase(k))))),
})

/** The logistic game on logits (Goodfellow et al. 2014, eq. 1): smooth, not affine, finite everywhere, zero-sum. */
export const logistic = defineObjective({
  name: 'reference-logistic',
  source: 'Goodfellow et al. 2014, eq. 1',
  f: (critic) => softplus(critic.neg()).neg(),
  g: (critic) => softplus(critic).neg(),
})

/** The same with the non-saturating loss of the generator: two losses. */
export const nonSaturating = defineObjective({
  ...logistic,
  name: 'reference-non-saturating',
  source: 'Goodfellow et al. 2014, sec. 3',
  generator: (critic) => softplus(critic.neg()),
})

/** V = E_target D - E_generated D. */
export const difference = defineObjective({
  name: 'reference-difference',
  source: 'li2017, eq. 4, less a constant',
  f: (critic) => critic,
  g: (critic) => critic.neg(),
})

/** Plain gradient steps. */
export const plainSteps = defineOptimizer({
  name: 'reference-sgd',
  source: 'change = rate times direction',
  update: (direction, _, { rate }) => ({ change: direction.times(rate) }),
})
