import { defineObjective } from '@ganglion/core'

/** V = 2 (E_target D + E_generated (1 - D)): the scale of li2017, appendix A.2, where the weights 1/2 are dropped. */
const meanDifferenceAppendix = defineObjective({
  name: 'mean-difference-appendix',
  source: 'li2017, eq. 12',
  f: (critic) => critic.times(2),
  g: (critic) => critic.neg().plus(1).times(2),
})

export default meanDifferenceAppendix
