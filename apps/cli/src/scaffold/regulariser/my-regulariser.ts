import { defineRegulariser, square, sum } from 'ganglion/plugin'

/** A penalty on the slope of the critic at the target: weight / 2 * mean of |grad D|^2. */
export default defineRegulariser({
  name: 'my-regulariser',
  source: 'README.md, eq. 1',
  options: { weight: { default: 1, min: 0, max: 1e6, description: 'of the penalty' } },
  value: ({ slope, target }, { weight }) => {
    const [points] = target.axes
    return sum(target, (x) => sum(slope(x), (d) => square(d)))
      .times(weight)
      .over(2 * points.size)
  },
})
