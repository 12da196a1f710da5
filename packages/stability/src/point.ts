import type { Block, Moment, PlayerName, SavedBlocks, SavedPlayer } from '@ganglion/core'
import { mapBlocks } from './script-memory.ts'

/** Numbers by array, row-major. */
export type Numbers = Readonly<Record<string, Float64Array>>

/** A player of one member between two steps. */
export interface PlayerPoint {
  readonly state: Numbers
  /** What the optimizer remembers, by `name.parameter`. */
  readonly optimizer: Numbers
  readonly options: Numbers
}

/** Everything that one member's next step depends on. */
export interface Point {
  /** Steps played. */
  readonly step: number
  /** Its number in a larger ensemble: noise is keyed by it. */
  readonly member: number
  readonly players: Readonly<Record<PlayerName, PlayerPoint>>
  /** Rates of the dynamics. */
  readonly rates: Numbers
  /** Measures drawn so far. */
  readonly draws: number
  /** The only player that may move; null for both. */
  readonly only: PlayerName | null
  /** Arrays of the law to be learned that are not those of the game. */
  readonly target?: Numbers
  /** What the script remembers, its blocks those of one member. */
  readonly memory: unknown
}

/** One member of a moment, which a snapshot is too. Throws a RangeError when there is no such member. */
export function pointOf(moment: Moment, member = 0): Point {
  const { members, players, rates, draws, only, memory, step, firstMember } = moment
  if (!(member >= 0 && member < members))
    throw new RangeError(`expected a member below ${members}, got ${member}`)
  const pick = (numbers: Float64Array): Float64Array =>
    Float64Array.from(
      { length: numbers.length / members },
      (_, c) => numbers[c * members + member]!,
    )
  const all = (blocks: SavedBlocks): Numbers =>
    Object.fromEntries(Object.entries(blocks).map(([name, numbers]) => [name, pick(numbers)]))
  const player = ({ state, optimizer, options }: SavedPlayer): PlayerPoint => ({
    state: all(state),
    optimizer: all(optimizer),
    options: all(options),
  })
  return {
    step,
    member: firstMember + member,
    players: {
      generator: player(players.generator),
      discriminator: player(players.discriminator),
    },
    rates: all(rates),
    draws,
    only,
    memory: mapBlocks(memory, (b): Block => ({ ...b, members: 1, numbers: pick(b.numbers) })),
  }
}
