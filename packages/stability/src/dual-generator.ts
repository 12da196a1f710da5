import type { Backend } from '@ganglion/calculus'
import type { Ask, Critique, Direction, Measure, Place, Rate } from '@ganglion/core'
import type { Study } from '@ganglion/engine'
import { DualPlayer } from './dual-player.ts'
import { bearing, Linear } from './linear.ts'

/** What a script may hand over with a move. */
type Options = { readonly only?: readonly string[] } | undefined

/** Answers what a script asks of a generator, tangents included. */
export class DualGenerator {
  readonly dual: DualPlayer
  readonly #desk: Study['table']['generator']
  readonly #linear: Readonly<Record<'measure' | 'pull' | 'push' | 'bend', Linear>>

  constructor(study: Study, backend: Backend) {
    this.dual = new DualPlayer(study, 'generator', backend)
    this.#desk = study.table.generator
    const { measure, pull, push, bend } = study.derived.generator
    const moves = (input: string): boolean => /^(?:state|critique|direction)\./.test(input)
    this.#linear = {
      measure: new Linear(measure, moves, backend),
      pull: new Linear(pull, moves, backend),
      push: new Linear(push, moves, backend),
      bend: new Linear(bend, moves, backend),
    }
  }

  answer(ask: Ask<unknown>): unknown {
    const [first, second, third] = ask.payload
    switch (ask.port) {
      case 'measure':
        return this.#measure(ask, first as { at?: Place } | undefined)
      case 'pull':
        return this.#pull(first as Critique)
      case 'push':
        return this.#push(ask, first as Direction, second as Measure)
      case 'bend':
        return this.#bend(ask, first as Critique, second as Direction)
      case 'descend':
        return this.dual.move(this.#directionOf(first), second as Rate, (third as Options)?.only)
      case 'displaced':
        return this.dual.displaced(this.#directionOf(first), second as Rate)
      default:
        return this.#constant(ask)
    }
  }

  #directionOf(from: unknown): Direction {
    const told = from as Direction | Critique
    return told.type === 'critique' ? this.#pull(told) : told
  }

  #measure(ask: Ask<unknown>, options: { at?: Place } | undefined): Measure {
    const measure = this.#desk.answer(ask) as Measure
    const state = options?.at?.blocks ?? this.dual.state
    const tangents = this.#run('measure', measure.draw, { state })
    return { ...measure, coordinates: bearing(measure.coordinates, tangents) }
  }

  #pull(critique: Critique): Direction {
    const direction = this.#desk.pull(critique)
    const moving = { state: this.dual.state, critique: critique.coordinates }
    const tangents = this.#run('pull', critique.of.draw, moving)
    return { ...direction, blocks: bearing(direction.blocks, tangents) }
  }

  #push(ask: Ask<unknown>, { blocks: direction }: Direction, at: Measure): Measure {
    const change = this.#desk.answer(ask) as Measure
    const tangents = this.#run('push', at.draw, { state: this.dual.state, direction })
    return { ...change, coordinates: bearing(change.coordinates, tangents) }
  }

  #bend(ask: Ask<unknown>, { of, coordinates: critique }: Critique, d: Direction): Direction {
    const bent = this.#desk.answer(ask) as Direction
    const moving = { state: this.dual.state, critique, direction: d.blocks }
    return { ...bent, blocks: bearing(bent.blocks, this.#run('bend', of.draw, moving)) }
  }

  /** An answer that depends on nobody's state. */
  #constant(ask: Ask<unknown>): Direction {
    const noise = this.#desk.answer(ask) as Direction
    return { ...noise, blocks: bearing(noise.blocks, {}) }
  }

  #run(
    port: 'measure' | 'pull' | 'push' | 'bend',
    draw: number,
    moving: Parameters<Linear['run']>[1],
  ) {
    const values = { ...this.#desk.groupsAt(draw, moving['state']), ...moving }
    return this.#linear[port].run(values, moving, this.dual.player.members)
  }
}
