import { cos, dot, exp, num, square, sum, type Expr } from '@ganglion/calculus'
import { affine, defineDiscriminator, PlanError } from '@ganglion/core'
import { bestHeights } from './best-heights.ts'
import { drawn, heightOf, kernels, widths } from './draw-features.ts'

/**
 * Random Fourier features of a kernel (becker2022, sec. 6; Rahimi and Recht 2007):
 * D(x) = sum_m theta_m sqrt(2 S / M) cos(w_m . x / sigma + b_m), S the number of kernels summed. On points in any number of
 * dimensions; on mixtures on the line in closed form.
 */
const features = defineDiscriminator({
  name: 'features',
  source: 'becker2022, eqs. 3-5 and sec. 6; Rahimi and Recht 2007, sec. 3',
  sizes: { features: 1000, dimensions: 2 },
  options: {
    kernel: {
      choices: kernels,
      description: 'the kernel that the features approximate, or the sum of several',
    },
    widths: {
      choices: widths,
      description:
        'one: the width sigma; decades: the sum of widths sigma / 10, sigma and 10 sigma; octaves: of sigma / 2, sigma and 2 sigma; half-decades: of five from sigma / 10 to 10 sigma',
    },
    start: { choices: ['zero', 'normal'], description: 'where theta begins: at 0, or N(0, 1)' },
    sigma: {
      default: 1,
      min: 1e-6,
      max: 1e6,
      description: 'width of the kernel, in the unit of x',
    },
    lambda: { default: 0.01, min: 0, max: 1e6, description: 'weight of the ridge |theta|^2 / 2' },
  },
  parameters: ({ features }) => ({ theta: [features] }),
  fixed: ({ features, dimensions }) => ({ frequency: [features, dimensions], phase: [features] }),
  initial: (random, sizes, words) => drawn(random, sizes, words),
  critic: (x, { theta, frequency, phase }, { features, kernel, widths, sigma }) => {
    const scale = num(1).over(sigma)
    return sum(theta, (t, m) =>
      t.times(cos(dot(frequency(m), x).times(scale).plus(phase(m)))),
    ).times(heightOf(features, { kernel, widths }))
  },
  expectation: {
    mixture: (
      law,
      f,
      { theta, frequency, phase },
      { features, dimensions, kernel, widths, sigma },
    ) => {
      if (dimensions !== 1)
        throw new PlanError(
          `a mixture lives on the line, features here have ${dimensions} dimensions: set discriminator.dimensions to 1.`,
        )
      const scale = num(1).over(sigma)
      // E cos(w x + b) = exp(-(w s)^2 / 2) cos(w mu + b) under N(mu, s^2).
      const wave = (w: Expr, b: Expr): Expr =>
        exp(square(w.times(law.deviation)).over(-2)).times(
          sum(law.weights, (q, j) => q.times(cos(w.times(law.means(j)).plus(b)))),
        )
      const mean = sum(theta, (t, m) => t.times(wave(frequency(m, 0).times(scale), phase(m))))
      return affine(f)(mean.times(heightOf(features, { kernel, widths })))
    },
  },
  ridge: ({ theta }, { lambda }) => lambda.times(dot(theta, theta)).over(2),
  best: bestHeights,
})

export default features

/** Few features: a suite looks at every one of them. */
export const conformance = { sizes: { features: 5 } }
