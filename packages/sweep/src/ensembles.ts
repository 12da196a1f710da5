import { playerSymbols, type Plan } from '@ganglion/core'

/** So many members play together and no more: a step's overhead is spread thin. */
const most = 4096
/** Where a member is large, fewer do, so that a step finds all of them in the cache: so many bytes of states. */
const cached = 2 * 1024 * 1024
/** Below this the overhead of a step shows again. */
const fewest = 8
/** In no case more than this, for all kernels of a thread share 1 GiB. */
const room = 64 * 1024 * 1024

/** How many members play together: a function of the sizes in the plan alone. It changes no bit of a table. */
export function ensembleMembers(plan: Plan): number {
  const bytes = 8 * Math.max(1, stateCells(plan))
  const wanted = Math.max(fewest, Math.min(most, Math.floor(cached / bytes)))
  return Math.max(1, Math.min(wanted, Math.floor(room / bytes)))
}

/** Numbers of a member in the states of both players. */
export function stateCells(plan: Plan): number {
  return (['generator', 'discriminator'] as const)
    .flatMap((role) => Object.values(playerSymbols(plan[role]).shapes))
    .reduce((all, axes) => all + axes.reduce((cells, { size }) => cells * size, 1), 0)
}
