import { playerSymbols, type Plan } from '@ganglion/core'

/** So many members play together and no more: a step's overhead is spread thin. */
const most = 4096
/** Where members are large, fewer do, so that a step finds all of them in the cache: so many bytes of states. */
const cached = 1024 * 1024
/** Below this the overhead of a step shows again. */
const fewest = 8
/** All of an ensemble take as long as its longest history, and lengths differ tenfold: those that grow play in small ones. */
const growing = { cached: 256 * 1024, fewest: 2 }
/** In no case more than this, for all kernels of a thread share 1 GiB. */
const room = 64 * 1024 * 1024

/** How many members play together: a function of the sizes in the plan alone. It changes no bit of a table. */
export function ensembleMembers(plan: Plan): number {
  const bytes = 8 * Math.max(1, stateCells(plan))
  const limits = plan.discriminator.plugin.grows ? growing : { cached, fewest }
  // Kernels take members by pairs.
  const pairs = Math.floor(limits.cached / bytes / 2)
  const wanted = Math.max(limits.fewest, Math.min(most, 2 * pairs))
  return Math.max(1, Math.min(wanted, Math.floor(room / bytes)))
}

/** Numbers of a member in the states of both players. */
function stateCells(plan: Plan): number {
  return (['generator', 'discriminator'] as const)
    .flatMap((role) => Object.values(playerSymbols(plan[role]).shapes))
    .reduce((all, axes) => all + axes.reduce((cells, { size }) => cells * size, 1), 0)
}
