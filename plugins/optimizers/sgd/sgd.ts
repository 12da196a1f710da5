import { defineOptimizer } from '@ganglion/core'

/** Plain gradient steps: change = rate * direction. */
const sgd = defineOptimizer({
  name: 'sgd',
  source: 'li2017, eqs. 9-11',
  update: (direction, _, { rate }) => ({ change: direction.times(rate) }),
})

export default sgd
