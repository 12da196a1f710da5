import type { Backend } from '@ganglion/calculus'
import {
  mapValues,
  type Block,
  type Blocks,
  type Direction,
  type Place,
  type PlayerName,
  type PlayerSymbols,
  type Rate,
  type UpdatePrograms,
} from '@ganglion/core'
import { Call } from './call.ts'
import { fixedOf } from './derive.ts'
import { layOwn } from './own.ts'
import { cellsOf, optionBlocks, startBlocks, type PlayerSetup } from './player-start.ts'
import { block, Pool } from './pool.ts'
import { settle } from './settle.ts'
import { markUniform } from './uniform.ts'

/** Where a player stands: its state, its optimizer's memory, and both under the names that moves write. */
interface Footing {
  readonly state: Blocks
  readonly memory: Blocks
  readonly outputs: Blocks
}

/** The state of a player and how it moves. Ended members stand still, whatever their neighbours do. */
export class Player {
  readonly role: PlayerName
  readonly symbols: PlayerSymbols
  readonly options: Record<string, Block>
  readonly members: number
  readonly directions: Pool<Direction>
  readonly places: Pool<Place & { readonly footing: Footing }>
  readonly #programs: UpdatePrograms
  readonly #backend: Backend
  readonly #move: Call
  /** Moves of some parameters alone, by their names. */
  readonly #partial = new Map<string, Call>()
  #here: Footing
  #next: Footing
  /** 1 for members that have ended. */
  readonly ended: Uint8Array
  #anyEnded = false
  #moves = 0
  #owed: (() => void) | null = null

  constructor(setup: PlayerSetup) {
    const { role, symbols, members, backend, poison } = setup
    this.role = role
    this.symbols = symbols
    this.members = members
    this.#backend = backend
    this.ended = new Uint8Array(members)
    this.options = optionBlocks(setup)
    this.#programs = setup.updates
    this.#move = new Call(this.#programs.move, backend)
    const names = Object.keys(symbols.shapes)
    this.#here = this.#footing(this.#blocksOf(names))
    const fixed = pick(this.#here.state, fixedOf(symbols))
    for (const [name, still] of Object.entries(fixed))
      if (setup.chosen.given[name] && !Object.hasOwn(setup.own, name)) markUniform(still)
    // What never changes stands once, for all places.
    const all = (): Blocks => ({
      ...this.#blocksOf(names.filter((name) => !(name in fixed))),
      ...fixed,
    })
    this.#next = this.#footing(all())
    const trained = (): Blocks => this.#blocksOf(symbols.trained)
    this.directions = new Pool(
      () => ({ type: 'direction', of: role, blocks: trained() }),
      (d) => Object.values(d.blocks),
      poison,
    )
    this.places = new Pool(
      () => {
        const footing = this.#footing(all())
        return { type: 'place', of: role, blocks: footing.state, footing }
      },
      (p) => Object.entries(p.footing.outputs).flatMap(([n, b]) => (n in fixed ? [] : [b])),
      poison,
    )
    const given = startBlocks(setup, this.#blocksOf(Object.keys(symbols.shapes)))
    layOwn(setup.own, role, { ...given, ...this.options })
    const groups = { state: given, option: this.options }
    settle(this.#programs.settle, backend, groups, this.#here.state, members)
  }

  get state(): Blocks {
    this.pay()
    return this.#here.state
  }

  /** How often it has moved. */
  get moves(): number {
    return this.#moves
  }

  /** A move that is due before anybody looks; null when there is none any more. */
  owe(move: (() => void) | null): void {
    this.#owed = move
  }

  get owes(): boolean {
    return this.#owed !== null
  }

  /** Makes the move that is due, if one is. */
  pay(): void {
    const owed = this.#owed
    this.#owed = null
    owed?.()
  }

  /** Called with a state that is about to be overwritten. */
  beforeOverwriting: ((state: Blocks) => void) | null = null

  /** Where a kernel writes the next state and optimizer memory; `land` makes them so. */
  get landing(): Blocks {
    this.beforeOverwriting?.(this.#next.state)
    return this.#next.outputs
  }

  /** Takes what a kernel has written. */
  land(): void {
    this.#moves++
    if (this.#anyEnded) this.#restoreEnded()
    ;[this.#here, this.#next] = [this.#next, this.#here]
  }

  /** What the optimizer keeps, cell by cell. */
  get memory(): Blocks {
    this.pay()
    return this.#here.memory
  }

  #blocksOf(names: readonly string[]): Record<string, Block> {
    return Object.fromEntries(
      names.map((name) => [name, this.#allocate(cellsOf(this.symbols.shapes[name]!))]),
    )
  }

  /** Moves the player along a direction, at a rate. */
  move(direction: Direction, rate: Rate, only?: readonly string[]): void {
    this.#step(this.state, direction, rate, this.landing, only)
    this.land()
  }

  /** Where the player would stand after a move, from here or from another place. */
  displaced(direction: Direction, rate: Rate, from: Blocks = this.state): Place {
    const place = this.places.take()
    this.#step(from, direction, rate, place.footing.outputs)
    return place
  }

  /** Takes a place as its state. */
  become({ blocks }: Place): void {
    const { state } = this
    this.#moves++
    this.beforeOverwriting?.(state)
    for (const [name, { numbers }] of Object.entries(state)) {
      const from = blocks[name]!.numbers
      for (let k = 0; k < numbers.length; k++)
        if (!this.ended[k % this.members]) numbers[k] = from[k]!
    }
  }

  /** Whether its steps are plain gradient steps, which can be unrolled. */
  get plain(): boolean {
    return this.#programs.plain
  }

  /** From now on this member stands still. */
  end(member: number): void {
    this.ended[member] = 1
    this.#anyEnded = true
  }

  recycle(): void {
    this.pay()
    this.directions.recycle()
    this.places.recycle()
  }

  #step(
    from: Blocks,
    { blocks }: Direction,
    rate: Rate,
    outputs: Blocks,
    only?: readonly string[],
  ): void {
    const groups = {
      state: from,
      memory: this.#here.memory,
      direction: blocks,
      option: this.options,
      '': { rate: rate.block },
    }
    const move = only ? this.#moveOf(only) : this.#move
    move.run(groups, outputs, this.members)
  }

  #footing(state: Blocks): Footing {
    const memory = mapValues(this.#programs.memory, (axes) => this.#allocate(cellsOf(axes)))
    const named = Object.entries(memory).map(([name, b]) => [`memory.${name}`, b])
    return { state, memory, outputs: { ...state, ...Object.fromEntries(named) } }
  }

  #moveOf(only: readonly string[]): Call {
    const key = only.join()
    const found = this.#partial.get(key) ?? new Call(this.#programs.moveOf(only), this.#backend)
    this.#partial.set(key, found)
    return found
  }

  #restoreEnded(): void {
    for (const [name, { numbers }] of Object.entries(this.#next.outputs)) {
      const before = this.#here.outputs[name]!.numbers
      for (let k = 0; k < numbers.length; k++)
        if (this.ended[k % this.members]) numbers[k] = before[k]!
    }
  }

  #allocate(cells: number): Block {
    return block((length) => this.#backend.allocate(length), cells, this.members)
  }
}

const pick = (blocks: Blocks, names: readonly string[]): Blocks =>
  Object.fromEntries(names.map((name) => [name, blocks[name]!]))
