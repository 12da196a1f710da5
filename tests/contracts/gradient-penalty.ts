import { defineRegulariser, norm, square, sum } from 'ganglion/plugin'

/** The slope of the critic between the points is held near 1 (Gulrajani et al. 2017). */
export const gradientPenalty = defineRegulariser({
  name: 'gradient-penalty',
  source: 'Gulrajani et al. 2017, eq. 3',
  options: { weight: { default: 10, min: 0 } },
  value: ({ slope, between }, { weight }) =>
    weight.times(sum(between, (x) => square(norm(slope(x)).minus(1)))).over(between.size),
})
