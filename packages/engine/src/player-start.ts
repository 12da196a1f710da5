import type { Backend } from '@ganglion/calculus'
import {
  counted,
  isList,
  PluginError,
  toldValues,
  type Block,
  type Blocks,
  type ChosenPlayer,
  type PlayerName,
  type PlayerSymbols,
  type UpdatePrograms,
  type Values,
  type Words,
} from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import type { Own } from './own.ts'
import { block } from './pool.ts'
import { markUniform } from './uniform.ts'

/** What a player is built from. */
export interface PlayerSetup {
  readonly role: PlayerName
  readonly chosen: ChosenPlayer<{
    readonly name: string
    readonly initial: (random: ReturnType<typeof cursor>, sizes: never, words: Words) => Values
  }>
  readonly symbols: PlayerSymbols
  readonly updates: UpdatePrograms
  readonly members: number
  readonly firstMember: number
  readonly seed: number
  readonly backend: Backend
  readonly poison: boolean
  /** Arrays of the start and numeric options that members do not share, by name. */
  readonly own: Own
}

/** Cells of an array over axes. */
export function cellsOf(axes: readonly { readonly size: number }[]): number {
  return axes.reduce((cells, { size }) => cells * size, 1)
}

/** The numeric options of a player, one number a member. */
export function optionBlocks({
  chosen,
  members,
  backend,
  own,
}: PlayerSetup): Record<string, Block> {
  const numbers = Object.entries(chosen.options).filter(
    (o): o is [string, number] => typeof o[1] === 'number',
  )
  return Object.fromEntries(
    numbers.map(([name, value]) => {
      const made = block((length) => backend.allocate(length), 1, members)
      made.numbers.fill(value)
      return [name, Object.hasOwn(own, name) ? made : markUniform(made)]
    }),
  )
}

/** Fills blocks with the starts of all members: given, or drawn from each member's own stream. */
export function startBlocks(setup: PlayerSetup, blocks: Record<string, Block>): Blocks {
  const { chosen, members, firstMember, seed, role, symbols, own } = setup
  for (const name of symbols.memory) blocks[name]!.numbers.fill(1)
  const plugin = (): string => `${role}:${chosen.plugin.name}`
  const drawn: string[] = []
  for (const name of Object.keys(blocks)) {
    if (Object.hasOwn(own, name)) continue
    const given = chosen.given[name]
    if (given) writeAll(given, blocks[name]!, plugin, name)
    else drawn.push(name)
  }
  if (drawn.length === 0) return blocks
  const source = stream(seed, `${role}.initial`)
  const sizes = chosen.sizes as never
  for (let member = 0; member < members; member++) {
    const random = cursor(source, firstMember + member)
    const values = chosen.plugin.initial(random, sizes, symbols.words)
    for (let k = 0; k < drawn.length; k++) {
      const name = drawn[k]!
      const start = values[name]
      if (!start && symbols.memory.includes(name)) continue
      write(start, blocks[name]!, member, plugin, 'initial', name, 0)
    }
  }
  return blocks
}

/** Writes the same numbers for all members. */
function writeAll(values: readonly number[], to: Block, plugin: () => string, name: string): void {
  write(values, to, 0, plugin, 'initial', name, 0)
  const { cells, members, numbers } = to
  for (let cell = 0; cell < cells; cell++)
    numbers.fill(values[cell]!, cell * members, (cell + 1) * members)
}

/** Writes one member's numbers into a block; a wrong length is the plugin's mistake. */
export function write(
  values: readonly number[] | undefined,
  to: Block,
  member: number,
  plugin: () => string,
  port: string,
  name: string,
  step: number,
): void {
  if (!isList(values) || values.length !== to.cells) {
    const got = toldValues(values)
    throw new PluginError(
      { plugin: plugin(), port, member, step },
      `expected ${counted(to.cells)} for ${name}, got ${got}`,
    )
  }
  for (let cell = 0; cell < to.cells; cell++) to.numbers[cell * to.members + member] = values[cell]!
}
