import { defineObjective, square } from 'ganglion/plugin'

/** Least squares: D should be 1 on the target and 0 on what is generated. V = -E_target (D - 1)^2 - E_generated D^2. */
export default defineObjective({
  name: 'my-objective',
  source: 'README.md, eqs. 1-2',
  f: (critic) => square(critic.minus(1)).neg(),
  g: (critic) => square(critic).neg(),
})
