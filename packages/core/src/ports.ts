import { Ask, type Asking } from './ask.ts'
import type { Critique, Direction, Measure, Place, Rate, Response } from './message.ts'

/** A look ahead: the discriminator's copy takes so many ascent steps first, and the critique is the total derivative. */
export interface Ahead {
  readonly steps: number
  readonly rate: Rate
}

/** What a script may ask of a generator. */
export interface GeneratorPort {
  /** The law it produces; without `draw`, with fresh noise. */
  measure(options?: { at?: Place; draw?: number }): Asking<Measure>
  /** J^T c: a critique as a direction in the parameters. */
  pull(critique: Critique): Asking<Direction>
  /** J d: how the law changes along a direction. */
  push(direction: Direction, at: Measure): Asking<Measure>
  /** The derivative of `pull(critique)` along a direction; 0 where the law is linear in the parameters. */
  bend(critique: Critique, direction: Direction): Asking<Direction>
  /** Moves against the direction; a critique is pulled back first. `only` names the arrays that may move. */
  descend(
    direction: Direction | Critique,
    rate: Rate,
    options?: { only?: readonly string[] },
  ): Asking<void>
  displaced(direction: Direction | Critique, rate: Rate): Asking<Place>
  /** Standard normal numbers as a direction: the same for the same seed, member and draw, counted from 0. */
  noise(draw: number): Asking<Direction>
}

/** What a script may ask of a discriminator. */
export interface DiscriminatorPort {
  respond(measure: Measure, options?: { at?: Place; after?: Ahead }): Asking<Response>
  /** The derivative of the answer (ascent and critique of the payoff or the loss) along a change of state and of law. */
  bend(
    measure: Measure,
    direction: Direction | null,
    change: Measure | null,
    of?: 'payoff' | 'loss',
  ): Asking<{ ascent: Direction; critique: Critique }>
  /** The best answer to a law: a capability of the family. */
  best(measure: Measure): Asking<Place>
  become(place: Place): Asking<void>
  ascend(direction: Direction, rate: Rate, options?: { only?: readonly string[] }): Asking<void>
  displaced(direction: Direction, rate: Rate): Asking<Place>
  /** Standard normal numbers as a direction: the same for the same seed, member and draw, counted from 0. */
  noise(draw: number): Asking<Direction>
}

/** Both players, as a script sees them. */
export interface Ports {
  readonly generator: GeneratorPort
  readonly discriminator: DiscriminatorPort
}

/** The ports that ask the players themselves; wrappers put their own around them. */
export const ports: Ports = {
  generator: {
    measure: (options) => new Ask('generator', 'measure', [options]),
    pull: (critique) => new Ask('generator', 'pull', [critique]),
    push: (direction, at) => new Ask('generator', 'push', [direction, at]),
    bend: (critique, direction) => new Ask('generator', 'bend', [critique, direction]),
    descend: (direction, rate, options) =>
      new Ask('generator', 'descend', [direction, rate, options]),
    displaced: (direction, rate) => new Ask('generator', 'displaced', [direction, rate]),
    noise: (draw) => new Ask('generator', 'noise', [draw]),
  },
  discriminator: {
    respond: (measure, options) => new Ask('discriminator', 'respond', [measure, options]),
    bend: (measure, direction, change, of) =>
      new Ask('discriminator', 'bend', [measure, direction, change, of]),
    best: (measure) => new Ask('discriminator', 'best', [measure]),
    become: (place) => new Ask('discriminator', 'become', [place]),
    ascend: (direction, rate, options) =>
      new Ask('discriminator', 'ascend', [direction, rate, options]),
    displaced: (direction, rate) => new Ask('discriminator', 'displaced', [direction, rate]),
    noise: (draw) => new Ask('discriminator', 'noise', [draw]),
  },
}
