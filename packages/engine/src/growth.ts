import {
  located,
  mapValues,
  type AscentValues,
  type Block,
  type Blocks,
  type Cells,
  type Direction,
  type Discriminator,
  type DiscriminatorPrograms,
  type Rate,
} from '@ganglion/core'
import type { Groups } from './call.ts'
import { lawView, readCells, type LawView } from './law-view.ts'
import type { Player } from './player.ts'
import { cellsOf, type PlayerSetup } from './player-start.ts'
import { block } from './pool.ts'
import type { Sized } from './sized.ts'

/** What an ascent is the ascent of: the state, how often it had moved, and the laws. */
interface Told {
  readonly groups: Groups
  readonly state: Blocks
  readonly moves: number
}

/** Moves a discriminator whose state grows, by its own plain function: one member at a time, in place. */
export class Growth {
  readonly #advance: NonNullable<Discriminator['advance']>
  readonly #plugin: string
  readonly #player: Player
  readonly #sized: Sized
  readonly #shareBlocks: Readonly<Record<'target' | 'generated', Block>>
  readonly #target: LawView & { readonly shares: number[] }
  readonly #generated: LawView & { readonly shares: number[] }
  readonly #settings: Record<string, number | string>
  readonly #options: readonly (readonly [string, Block])[]
  readonly #told = new WeakMap<Direction, Told>()
  readonly #views = new WeakMap<Blocks, View>()
  readonly #setup: PlayerSetup
  #moves = 0

  constructor(
    sized: Sized,
    { laws, symbols }: DiscriminatorPrograms,
    plugin: Discriminator,
    setup: PlayerSetup,
    player: Player,
  ) {
    const { backend, members } = setup
    this.#advance = plugin.advance!
    this.#plugin = `discriminator:${plugin.name}`
    this.#player = player
    this.#setup = setup
    this.#sized = sized
    const like = (law: typeof laws.target): Blocks =>
      mapValues(law, (leaf) => ({ ...empty, cells: cellsOf(leaf.symbol.axes) }))
    const shaped = [like(laws.target), like(laws.generated)] as const
    const share = (law: Blocks, kind: string): Block =>
      block(
        (n) => backend.allocate(n),
        law[kind === 'mixture' ? 'weights' : 'masses']!.cells,
        members,
      )
    this.#shareBlocks = {
      target: share(shaped[0], laws.targetKind),
      generated: share(shaped[1], laws.kind),
    }
    this.#target = { ...lawView(laws.targetKind, shaped[0]), shares: [] }
    this.#generated = { ...lawView(laws.kind, shaped[1]), shares: [] }
    this.#settings = { ...setup.chosen.sizes, ...symbols.words }
    this.#options = Object.entries(player.options)
  }

  /** Remembers what a direction is the ascent of. */
  tell(direction: Direction, groups: Groups, state: Blocks): void {
    this.#told.set(direction, { groups, state, moves: this.#moves })
  }

  /** Moves the player where it stands. */
  move(direction: Direction, rate: Rate, step: number): void {
    const { state } = this.#player
    const told = this.#requireOwn(direction)
    this.#player.beforeOverwriting?.(state)
    this.#grow(told, state, rate, step)
    this.#moves++
  }

  /** Writes where the player would stand after a move. */
  displace(direction: Direction, rate: Rate, to: Blocks, step: number): void {
    const told = this.#requireOwn(direction)
    for (const [name, { numbers }] of Object.entries(this.#player.state))
      to[name]!.numbers.set(numbers)
    this.#grow(told, to, rate, step)
  }

  /** The player has taken another place, or the step has ended: what was told holds no more. */
  forget(): void {
    this.#moves++
  }

  /** Writes the total derivative after so many steps of a copy. */
  look(outputs: Blocks, groups: Groups, steps: number, rate: Block): void {
    const { members } = this.#setup
    const call = this.#sized.at(groups['state']!).ahead(steps)
    call.run({ ...groups, '': { rate } }, outputs, members)
  }

  #requireOwn(direction: Direction): Told {
    const told = this.#told.get(direction)
    if (told && told.moves === this.#moves && told.state === this.#player.state) return told
    throw new Error(
      `a state that grows moves along its own ascent, as it was told at the very place where it stands; this direction was ${told ? 'told at another place' : 'combined, kept or made elsewhere'}. Use a dynamics that takes plain steps (simultaneous, alternating, unrolled, stale), or a discriminator with parameters (features).`,
    )
  }

  #grow({ groups }: Told, state: Blocks, rate: Rate, step: number): void {
    const { members, ended } = this.#player
    this.#sized.at(groups['state']!).shares.run(groups, this.#shareBlocks, members)
    const view = this.#viewOf(state)
    const [target, generated] = [this.#target, this.#generated]
    const ascent: Mutable<AscentValues> = { target, generated, rate: 0 }
    for (let member = 0; member < members; member++) {
      if (ended[member]) continue
      view.member(member)
      this.#read(target, groups['target']!, 'target', member)
      this.#read(generated, groups['measure']!, 'generated', member)
      ascent.rate = rate.block.numbers[member]!
      for (const [name, { numbers }] of this.#options) this.#settings[name] = numbers[member]!
      try {
        this.#advance(view.arrays, ascent, this.#settings)
      } catch (cause) {
        throw located(cause, { plugin: this.#plugin, port: 'advance', member, step })
      }
    }
  }

  #read(
    { read, shares }: LawView & { readonly shares: number[] },
    law: Blocks,
    side: 'target' | 'generated',
    member: number,
  ): void {
    read(law, member)
    readCells(shares, this.#shareBlocks, side, 0, this.#shareBlocks[side].cells, member)
  }

  #viewOf(state: Blocks): View {
    const view = this.#views.get(state) ?? new View(state)
    this.#views.set(state, view)
    return view
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const empty: Block = { cells: 0, members: 1, layout: 'lanes', numbers: new Float64Array(0) }

/** The arrays of a state, cell by cell, of the member that is looked at. */
class View {
  readonly arrays: Readonly<Record<string, Lane>>

  constructor(state: Blocks) {
    this.arrays = mapValues(state, (b) => new Lane(b))
  }

  member(member: number): void {
    for (const lane of Object.values(this.arrays)) lane.member = member
  }
}

class Lane implements Cells {
  readonly length: number
  member = 0
  readonly #numbers: Float64Array
  readonly #members: number

  constructor({ cells, members, numbers }: Block) {
    this.length = cells
    this.#numbers = numbers
    this.#members = members
  }

  at(cell: number): number {
    return this.#numbers[cell * this.#members + this.member]!
  }

  put(cell: number, value: number): void {
    this.#numbers[cell * this.#members + this.member] = value
  }
}
