import { symbolOf } from '@ganglion/calculus'
import {
  mapValues,
  PlanError,
  type Block,
  type Blocks,
  type Laws,
  type MeasureValues,
  type Plan,
} from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import { layOwn, type Own } from './own.ts'
import { cellsOf } from './player-start.ts'
import { markUniform } from './uniform.ts'

/**
 * The target in blocks: one law for all members, or each member's own, drawn from (seed, member) whatever plays beside it.
 * Coordinates that members have of their own are laid over both. Only what all share is marked so.
 */
export function seatTarget(
  { target, drawTarget, seed, members }: Pick<Plan, 'target' | 'drawTarget' | 'seed' | 'members'>,
  laws: Laws,
  make: (cells: number) => Block,
  firstMember: number,
  own: Own,
): Blocks {
  const blocks = mapValues(laws.target, (leaf) => make(cellsOf(symbolOf(leaf).axes)))
  const source = stream(seed, 'target')
  if (!drawTarget)
    for (const [name, values] of Object.entries(coordinatesIn(target)))
      putAll(values, blocks[name]!, name)
  else
    for (let member = 0; member < members; member++) {
      const law = coordinatesIn(drawTarget(cursor(source, firstMember + member)))
      for (const [name, values] of Object.entries(law)) put(values, blocks[name]!, member, name)
    }
  layOwn(own, 'target', blocks)
  if (!drawTarget)
    for (const [name, block] of Object.entries(blocks))
      if (!Object.hasOwn(own, name)) markUniform(block)
  return blocks
}

function coordinatesIn(law: MeasureValues): Readonly<Record<string, readonly number[]>> {
  return law.kind === 'mixture'
    ? { weights: law.weights, means: law.means, deviation: [law.deviation] }
    : { positions: law.positions.flat(), masses: law.masses }
}

/** The same numbers for all members. */
function putAll(values: readonly number[], to: Block, name: string): void {
  put(values, to, 0, name)
  const { cells, members, numbers } = to
  for (let cell = 0; cell < cells; cell++)
    numbers.fill(values[cell]!, cell * members, (cell + 1) * members)
}

function put(values: readonly number[], to: Block, member: number, name: string): void {
  if (values.length !== to.cells)
    throw new PlanError(
      `target.${name}: expected ${to.cells} numbers for member ${member}, got ${values.length}`,
    )
  for (let cell = 0; cell < to.cells; cell++) to.numbers[cell * to.members + member] = values[cell]!
}
