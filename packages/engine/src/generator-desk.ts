import type { Backend } from '@ganglion/calculus'
import {
  mapValues,
  type Ask,
  type Block,
  type Blocks,
  type Critique,
  type Direction,
  type GeneratorPrograms,
  type Measure,
  type Place,
  type Rate,
} from '@ganglion/core'
import { stream } from '@ganglion/numerics'
import { Call, type Groups } from './call.ts'
import { drawNoise } from './draw-noise.ts'
import type { Derived, Standing } from './derive.ts'
import type { Joint } from './joint.ts'
import { Player } from './player.ts'
import { cellsOf, type PlayerSetup } from './player-start.ts'
import { block, Pool } from './pool.ts'

/** Answers what a script asks of a generator. */
export class GeneratorDesk {
  readonly player: Player
  readonly #setup: PlayerSetup
  readonly #measures: Pool<Measure & { draw: number }>
  readonly #changes: Pool<Measure & { draw: number }>
  readonly #renamed: Derived['renamed']
  readonly #calls: Readonly<Record<'measure' | 'pull' | 'push' | 'bend', Call>>
  readonly #noise: Blocks
  #noiseDraw = -1
  #joint: Joint | null = null
  /** The last measure of what the player itself was, and how often it had moved then. */
  #latest: Measure | null = null
  #latestAt = 0
  /** Measures drawn so far; the noise of the next one is keyed by it. */
  draws = 0

  constructor(derived: Derived, setup: PlayerSetup) {
    const { generator: programs, standing } = derived
    this.#setup = setup
    this.#renamed = derived.renamed
    this.player = new Player(setup)
    const { backend, members } = setup
    const make = (axes: readonly { readonly size: number }[]) =>
      block((n) => backend.allocate(n), cellsOf(axes), members)
    this.#noise = mapValues(programs.noise, make)
    const standsAt = ({ group, name }: Standing): Block =>
      group === 'state' ? this.player.state[name]! : this.player.options[name]!
    const pool = (still: Readonly<Record<string, Standing>>) =>
      new Pool<Measure & { draw: number }>(
        () => ({
          type: 'measure',
          kind: programs.kind,
          coordinates: mapValues(programs.coordinates, (axes, name) =>
            name in still ? standsAt(still[name]!) : make(axes),
          ),
          draw: 0,
        }),
        (m) => Object.entries(m.coordinates).flatMap(([n, b]) => (n in still ? [] : [b])),
        setup.poison,
      )
    this.#measures = pool(standing)
    this.#changes = pool({})
    this.#calls = callsOf({ ...programs, measure: derived.measure }, backend)
  }

  answer(ask: Ask<unknown>): unknown {
    const [first, second, third] = ask.payload
    switch (ask.port) {
      case 'measure':
        return this.measure(first as { at?: Place; draw?: number } | undefined)
      case 'pull':
        return this.pull(first as Critique)
      case 'push':
        return this.#push(first as Direction, second as Measure)
      case 'bend':
        return this.#bend(first as Critique, second as Direction)
      case 'descend':
        return this.descend(
          first as Direction | Critique,
          second as Rate,
          (third as { only?: string[] } | undefined)?.only,
        )
      case 'displaced':
        return this.player.displaced(
          this.#directionOf(first as Direction | Critique),
          second as Rate,
        )
      case 'noise':
        return drawNoise(this.player.directions.take(), this.#setup, first as number)
      default:
        throw new Error(`a generator has no port ${ask.port}`)
    }
  }

  measure(options: { at?: Place; draw?: number } = {}): Measure {
    const measure = this.#measures.take()
    measure.draw = options.draw ?? this.draws++
    this.#latest = options.at ? null : measure
    this.#latestAt = this.player.moves
    this.#calls.measure.run(
      this.#groups(measure.draw, options.at?.blocks),
      measure.coordinates,
      this.player.members,
    )
    return measure
  }

  /** The discriminator's moves may wait for this player's. */
  join(joint: Joint | null): void {
    this.#joint = joint
    joint?.seat(this.player, (m) => m === this.#latest && this.#latestAt === this.player.moves)
  }

  /** Moves against a direction or a critique. */
  descend(from: Direction | Critique, rate: Rate, only?: readonly string[]): void {
    if (!only && from.type === 'critique' && this.#joint?.descend(from, rate)) return
    this.player.move(this.#directionOf(from), rate, only)
  }

  pull(critique: Critique): Direction {
    if (this.#renamed) {
      const blocks = mapValues(this.#renamed, (name) => critique.coordinates[name]!)
      return { type: 'direction', of: 'generator', blocks }
    }
    const direction = this.player.directions.take()
    const groups = { ...this.#groups(critique.of.draw), critique: critique.coordinates }
    this.#calls.pull.run(groups, direction.blocks, this.player.members)
    return direction
  }

  recycle(): void {
    this.#joint?.settle()
    this.player.recycle()
    this.#measures.recycle()
    this.#changes.recycle()
  }

  /** What its programs read of a measure's draw, at its state or a place's: for whoever asks more of them. */
  groupsAt(draw: number, state?: Blocks): Groups {
    return this.#groups(draw, state)
  }

  #push(direction: Direction, at: Measure): Measure {
    const change = this.#changes.take()
    change.draw = at.draw
    this.#calls.push.run(
      { ...this.#groups(at.draw), direction: direction.blocks },
      change.coordinates,
      this.player.members,
    )
    return change
  }

  #bend(critique: Critique, direction: Direction): Direction {
    const bent = this.player.directions.take()
    const groups = {
      ...this.#groups(critique.of.draw),
      critique: critique.coordinates,
      direction: direction.blocks,
    }
    this.#calls.bend.run(groups, bent.blocks, this.player.members)
    return bent
  }

  #directionOf(from: Direction | Critique): Direction {
    return from.type === 'critique' ? this.pull(from) : from
  }

  #groups(draw: number, state: Blocks = this.player.state) {
    this.#drawNoise(draw)
    return { state, option: this.player.options, noise: this.#noise }
  }

  /** Noise is a function of (seed, array, member, draw): the same draw gives the same numbers again. */
  #drawNoise(draw: number): void {
    if (draw === this.#noiseDraw) return
    this.#noiseDraw = draw
    const { seed, firstMember } = this.#setup
    for (const [name, { numbers, cells, members }] of Object.entries(this.#noise)) {
      const source = stream(seed, `generator.noise.${name}`)
      for (let cell = 0; cell < cells; cell++) {
        for (let m = 0; m < members; m++)
          numbers[cell * members + m] = source.normal(firstMember + m, draw * cells + cell)
      }
    }
  }
}

function callsOf({ measure, pull, push, bend }: GeneratorPrograms, backend: Backend) {
  return mapValues({ measure, pull, push, bend }, (p) => new Call(p, backend)) as Readonly<
    Record<'measure' | 'pull' | 'push' | 'bend', Call>
  >
}
