import type { Direction } from '@ganglion/core'
import { stream } from '@ganglion/numerics'
import type { PlayerSetup } from './player-start.ts'

/** Fills a direction with standard normal numbers: a function of (seed, player, array, member, draw). Throws a RangeError for another draw than 0, 1, 2, ... */
export function drawNoise(
  direction: Direction,
  { seed, role, firstMember }: Pick<PlayerSetup, 'seed' | 'role' | 'firstMember'>,
  draw: number,
): Direction {
  if (!Number.isSafeInteger(draw) || draw < 0)
    throw new RangeError(`noise: expected the number of a draw, counted from 0, got ${draw}`)
  for (const [name, { numbers, cells, members }] of Object.entries(direction.blocks)) {
    const source = stream(seed, `${role}.move-noise.${name}`)
    for (let cell = 0; cell < cells; cell++)
      for (let m = 0; m < members; m++)
        numbers[cell * members + m] = source.normal(firstMember + m, draw * cells + cell)
  }
  return direction
}
