import type { Block, Plan } from '@ganglion/core'
import { requireInBounds } from './option-bounds.ts'
import type { Table } from './table.ts'

/** The numbers that may change while a game runs, by path: rates of the dynamics, numeric options of the players. */
export function changeable(
  table: Table | null,
  rates: Readonly<Record<string, Block>>,
): Record<string, Block> {
  const named = (prefix: string, blocks: Readonly<Record<string, Block>>) =>
    Object.entries(blocks).map(([n, b]) => [`${prefix}.${n}`, b] as const)
  return Object.fromEntries([
    ...named('dynamics', rates),
    ...named('generator', table?.generator.player.options ?? {}),
    ...named('discriminator', table?.discriminator.player.options ?? {}),
  ])
}

/**
 * The block that a path names. Throws a RangeError for a number that is not finite or outside the range that the plugin
 * declares, and for a path that is not changeable.
 */
export function blockToChange(
  plan: Pick<Plan, 'dynamics' | 'generator' | 'discriminator'>,
  known: Readonly<Record<string, Block>>,
  path: string,
  value: number,
): Block {
  if (!Number.isFinite(value))
    throw new RangeError(`${path}: expected a finite number, got ${value}`)
  const target = known[path]
  if (target) {
    requireInBounds(plan, path, value)
    return target
  }
  throw new RangeError(
    `${path} cannot be changed while the game runs; these can: ${Object.keys(known).join(', ')}`,
  )
}
