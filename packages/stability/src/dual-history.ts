import type { Backend } from '@ganglion/calculus'
import type { Block, Blocks, Direction, Measure, Place, Rate } from '@ganglion/core'
import { Call, type Player, type Study } from '@ganglion/engine'
import { tangentsOf } from './dual-player.ts'
import { bearing, Linear, type Tangents } from './linear.ts'
import { NoJacobian } from './no-jacobian.ts'
import { sumOf } from './stand-in.ts'

/** What an ascent is the ascent of: the direction that the desk told, and the law and state that it was asked about. */
interface Told {
  readonly own: Direction
  readonly measure: Measure
  readonly state: Blocks
}

/** The places of a law in a step, and what each of them adds to the function; of the first member. */
export interface Taught {
  readonly places: readonly (readonly number[])[]
  readonly shares: readonly number[]
  readonly spread: number
}

/**
 * A discriminator in function space, by its stand-in of fixed size, and how its atoms change along each member's direction: the
 * derivative of weights q w + rate share and moments q m + rate share x, shares and places moving too.
 */
export class DualHistory {
  readonly player: Player
  /** The laws of each move of the step that was played last, true one first. */
  readonly taught: (readonly [Taught, Taught])[] = []
  readonly #study: Study
  readonly #shares: { readonly values: Call; readonly change: Linear }
  readonly #told = new WeakMap<Direction, Told>()
  #tangents: Tangents = {}

  constructor(study: Study, backend: Backend) {
    const { shares } = study.derived.growth!.programs
    const moves = (input: string): boolean => /^(?:state|measure)\./.test(input)
    this.player = study.table.discriminator.player
    this.#study = study
    this.#shares = { values: new Call(shares, backend), change: new Linear(shares, moves, backend) }
  }

  /** Sets the direction of each member; what is not named stands still. */
  aim(state: Tangents): void {
    this.#tangents = state
    this.taught.length = 0
  }

  /** Its state, with tangents. */
  get state(): Blocks {
    return bearing(this.player.state, this.#tangents)
  }

  /** An ascent in function space takes plain steps: there is none. */
  get memory(): Blocks {
    return {}
  }

  /** Remembers what a direction is the ascent of. */
  tell(direction: Direction, told: Told): void {
    this.#told.set(direction, told)
  }

  move(direction: Direction, rate: Rate): void {
    const { own, next } = this.#moved(direction, rate)
    this.#study.table.discriminator.ascend(own, rate)
    this.#tangents = next
  }

  displaced(direction: Direction, rate: Rate): Place {
    const { own, next } = this.#moved(direction, rate)
    const place = this.#asked<Place>('displaced', own, rate)
    return { ...place, blocks: bearing(place.blocks, next) }
  }

  become(place: Place): void {
    this.#tangents = tangentsOf(place.blocks)
    this.#asked('become', place)
  }

  #asked<T>(port: string, ...payload: readonly unknown[]): T {
    const ask = { player: 'discriminator', port, payload } as never
    return this.#study.table.discriminator.answer(ask) as T
  }

  #moved(direction: Direction, rate: Rate): { readonly own: Direction; readonly next: Tangents } {
    const told = this.#told.get(direction)
    if (!told)
      throw new NoJacobian(
        'the script moves a state that grows along a direction that it combined, kept or made itself',
        'Analyse a dynamics that takes plain steps (simultaneous, alternating, unrolled, stale)',
      )
    if (rate.block.tangent?.some((x) => x !== 0))
      throw new NoJacobian(
        'the script makes the rate of the discriminator out of messages',
        'Analyse a dynamics whose rates are its options',
      )
    return { own: told.own, next: this.#followed(told, rate) }
  }

  /** The tangents of weights, moments and what stands elsewhere. */
  #followed({ measure, state }: Told, rate: Rate): Tangents {
    const { members } = this.player
    const desk = this.#study.table.discriminator
    const values = desk.groupsAt(measure, state)
    const moving = { state, measure: measure.coordinates }
    const shares = this.#shares.change.blocks(members)
    this.#shares.values.run(values, shares, members)
    const changes = this.#shares.change.run({ ...values, ...moving }, moving, members)
    const keeps = this.#keeps(rate)
    const next = faded(tangentsOf(state), keeps)
    const taught: Taught[] = []
    let first = 0
    for (const [side, law] of [
      ['target', values['target']!],
      ['generated', measure.coordinates],
    ] as const) {
      const places = law['positions'] ?? law['means']!
      const given = { places, shares: shares[side]!, change: changes[side]! }
      lay(next, first, given, rate, state['anchors']!)
      taught.push(taughtOf(given, law['deviation']))
      first += given.shares.cells
    }
    this.taught.push(taught as unknown as readonly [Taught, Taught])
    return next
  }

  /** What a step keeps of the function of each member. */
  #keeps(rate: Rate): Float64Array {
    const { plan, derived } = this.#study
    const sum = sumOf(plan)
    const settings = { ...plan.discriminator.sizes, ...derived.discriminator.symbols.words }
    return rate.block.numbers.map((value, member) => {
      const options = Object.entries(this.player.options).map(([name, { numbers }]) => [
        name,
        numbers[member]!,
      ])
      return sum.keeps(value, { ...settings, ...Object.fromEntries(options) })
    })
  }
}

function faded(tangents: Tangents, keeps: Float64Array): Record<string, Float64Array> {
  const { length } = keeps
  return Object.fromEntries(
    Object.entries(tangents).map(([name, all]) => [
      name,
      all.map((x, k) => keeps[k % length]! * x),
    ]),
  )
}

/** Adds what the places of a law are told: weights change as shares do, moments as shares times ways from the anchor. */
function lay(
  next: Readonly<Record<string, Float64Array>>,
  first: number,
  { places, shares, change }: { places: Block; shares: Block; change: Float64Array },
  { block: rate }: Rate,
  { numbers: anchors }: Block,
): void {
  const { cells, members } = shares
  const [weights, moments] = [next['weights']!, next['moments']!]
  const space = places.cells / cells
  for (let n = 0; n < cells; n++)
    for (let k = 0; k < members; k++) {
      const at = n * members + k
      const [step, share] = [rate.numbers[k]!, shares.numbers[at]!]
      weights[first * members + at]! += step * change[at]!
      for (let c = 0; c < space; c++) {
        const from = (n * space + c) * members + k
        const away = places.numbers[from]! - anchors[first * space * members + from]!
        const moved = share * (places.tangent?.[from] ?? 0)
        moments[first * space * members + from]! += step * (change[at]! * away + moved)
      }
    }
}

function taughtOf(
  { places, shares }: { readonly places: Block; readonly shares: Block },
  deviation: Block | undefined,
): Taught {
  const { cells, members } = shares
  const space = places.cells / cells
  const spread = deviation?.numbers[0] ?? 0
  return {
    places: Array.from({ length: cells }, (_, n) =>
      Array.from({ length: space }, (__, c) => places.numbers[(n * space + c) * members]!),
    ),
    shares: Array.from({ length: cells }, (_, n) => shares.numbers[n * members]!),
    spread: spread * spread,
  }
}
