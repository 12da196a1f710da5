import { defineObjective } from '@ganglion/core'

/** V = E_target D + E_generated (1 - D): 1 plus the total variation at the best answer (li2017, eq. 4). */
const meanDifference = defineObjective({
  name: 'mean-difference',
  source: 'li2017, eq. 4',
  f: (critic) => critic,
  g: (critic) => critic.neg().plus(1),
})

export default meanDifference
