import { affine, defineDiscriminator, Expr, normalPdf, sqrt, sum, type Vec } from 'ganglion/plugin'

/** A sum of normal bumps with heights h_i and centres c_i, all of variance v: sum of h_i N(x; c_i, v). */
const bumps = (x: Expr, { height, center }: { height: Vec; center: Vec }, v: Expr) =>
  sum(height, (h, i) => h.times(normalPdf(x.minus(center(i)).over(sqrt(v)))).over(sqrt(v)))

/** D(x) = sum of h_i N(x; c_i, v). Only values are written here: every derivative is derived from them. */
export default defineDiscriminator({
  name: 'my-discriminator',
  source: 'README.md, eqs. 1-3',
  sizes: { bumps: 5 },
  options: { variance: { default: 1, min: 1e-4, max: 1e4, description: 'of a bump, in x^2' } },
  parameters: ({ bumps }) => ({ height: [bumps], center: [bumps] }),
  initial: (random, { bumps }) => ({
    height: Array.from({ length: bumps }, () => 0),
    center: Array.from({ length: bumps }, () => random.uniform(-3, 3)),
  }),
  critic: (x, state, { variance }) => bumps(x(0), state, variance),
  ridge: ({ height }) => sum(height, (h) => h.times(h).times(0.05)),
  expectation: {
    // A normal law of deviation s blurs a bump into a wider one: v becomes v + s^2.
    mixture: ({ weights, means, deviation: s }, f, state, { variance }) =>
      affine(f)(sum(weights, (w, j) => w.times(bumps(means(j), state, variance.plus(s.times(s)))))),
  },
})
