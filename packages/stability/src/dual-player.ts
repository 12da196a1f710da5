import type { Backend } from '@ganglion/calculus'
import type { Blocks, Direction, Place, PlayerName, Rate } from '@ganglion/core'
import { fixedOf, type Player, type Study } from '@ganglion/engine'
import { bearing, Linear, type Tangents } from './linear.ts'

/** A player of a study, and how its state and its optimizer's memory change along each member's direction. */
export class DualPlayer {
  readonly player: Player
  readonly #move: Linear
  readonly #moves: (input: string) => boolean
  #state: Tangents = {}
  #memory: Tangents = {}

  constructor({ derived, table }: Study, role: PlayerName, backend: Backend) {
    this.player = table[role].player
    const fixed = new Set(fixedOf(this.player.symbols).map((name) => `state.${name}`))
    this.#moves = (input) => /^(?:state|memory|direction)\.|^rate$/.test(input) && !fixed.has(input)
    this.#move = new Linear(derived.updates[role].move, this.#moves, backend)
  }

  /** Sets the direction of each member; what is not named stands still. */
  aim(state: Tangents, memory: Tangents): void {
    this.#state = state
    this.#memory = memory
  }

  /** Its state, with tangents. */
  get state(): Blocks {
    return bearing(this.player.state, this.#state)
  }

  /** What its optimizer remembers, with tangents. */
  get memory(): Blocks {
    return bearing(this.player.memory, this.#memory)
  }

  move(direction: Direction, rate: Rate, only?: readonly string[]): void {
    const felt = only ? masked(direction.blocks, only) : direction.blocks
    const next = this.#moved(this.state, felt, rate)
    this.player.move(direction, rate, only)
    this.#state = next
    this.#memory = startingWith('memory.', next)
  }

  displaced(direction: Direction, rate: Rate, from: Blocks = this.state): Place {
    const next = this.#moved(from, direction.blocks, rate)
    const place = this.player.displaced(direction, rate, from)
    return { ...place, blocks: bearing(place.blocks, next) }
  }

  become(place: Place): void {
    this.#state = tangentsOf(place.blocks)
    this.player.become(place)
  }

  #moved(state: Blocks, direction: Blocks, rate: Rate): Record<string, Float64Array> {
    const { player, memory } = this
    const scalars = { rate: rate.block }
    const moving = { state, memory, direction, '': scalars }
    return this.#move.run({ ...moving, option: player.options }, moving, player.members)
  }
}

/** The tangents that blocks bear. */
export function tangentsOf(blocks: Blocks): Tangents {
  return Object.fromEntries(
    Object.entries(blocks).flatMap(([name, { tangent }]) => (tangent ? [[name, tangent]] : [])),
  )
}

/** Those of a prefix, by what follows it. */
export function startingWith(prefix: string, tangents: Tangents): Tangents {
  return Object.fromEntries(
    Object.entries(tangents).flatMap(([name, numbers]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), numbers]] : [],
    ),
  )
}

function masked(blocks: Blocks, only: readonly string[]): Blocks {
  const still = ({ numbers }: { readonly numbers: Float64Array }) =>
    new Float64Array(numbers.length)
  return Object.fromEntries(
    Object.entries(blocks).map(([name, block]) => [
      name,
      only.includes(name) ? block : { ...block, numbers: still(block), tangent: still(block) },
    ]),
  )
}
