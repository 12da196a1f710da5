import { cos, defineDiscriminator, dot, sum } from 'ganglion/plugin'

/** Random Fourier features on points in d dimensions (becker2022, eqs. 3-5). */
export const features = defineDiscriminator({
  name: 'features',
  source: 'becker2022, eqs. 3-5',
  sizes: { features: 8, dimensions: 3 },
  options: { lambda: 0.01 },
  parameters: ({ features }) => ({ theta: [features] }),
  fixed: ({ features, dimensions }) => ({ frequency: [features, dimensions], phase: [features] }),
  initial: (random, { features, dimensions }) => ({
    theta: Array.from({ length: features }, () => random.normal()),
    frequency: Array.from({ length: features * dimensions }, () => random.normal()),
    phase: Array.from({ length: features }, () => random.uniform(0, 6)),
  }),
  critic: (x, { theta, frequency, phase }, { features }) =>
    sum(theta, (t, m) => t.times(cos(dot(frequency(m), x).plus(phase(m))))).times(
      Math.sqrt(2 / features),
    ),
  ridge: ({ theta }, { lambda }) => lambda.times(dot(theta, theta)).over(2),
})
