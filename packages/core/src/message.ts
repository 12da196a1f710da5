import type { PlayerName } from './experiment.ts'
import type { MeasureKind } from './measure.ts'

/**
 * An array of all members. In layout `lanes` cell c of member m stands at c * members + m. Only kernels and the engine
 * read the numbers; a block of a message dies when its step ends, `keep` copies it.
 */
export interface Block {
  readonly cells: number
  readonly members: number
  readonly layout: 'lanes'
  readonly numbers: Float64Array
  /**
   * How the numbers change along a direction of each member, where somebody analyses a step; never overwritten, so copies
   * of a block may share it.
   */
  readonly tangent?: Float64Array
}

/** Blocks by array name. */
export type Blocks = { readonly [array: string]: Block }

/** The law that the generator now produces. `draw` tells which noise made it; later questions about it use the same. */
export interface Measure {
  readonly type: 'measure'
  readonly kind: MeasureKind
  readonly coordinates: Blocks
  readonly draw: number
}

/** d (generator's loss) / d (coordinates of the measure). */
export interface Critique {
  readonly type: 'critique'
  readonly of: Measure
  readonly coordinates: Blocks
}

/** A direction in a player's parameters. Opaque: made and applied by its player only. */
export interface Direction {
  readonly type: 'direction'
  readonly of: PlayerName
  readonly blocks: Blocks
}

/** The discriminator's answer to a measure; loss and payoff are one block in a zero-sum game. */
export interface Response {
  readonly type: 'response'
  readonly payoff: Block
  readonly loss: Block
  readonly ascent: Direction
  readonly critique: Critique
}

/** A displaced copy of a player's state. Opaque. */
export interface Place {
  readonly type: 'place'
  readonly of: PlayerName
  readonly blocks: Blocks
}

/** A number per member that a script hands on without reading it: a rate, a coefficient. */
export interface Rate {
  readonly type: 'rate'
  readonly option: string
  readonly block: Block
}

/** A message that outlives its step: the same kind, its arrays copied; a critique keeps the measure it speaks of, noise included. */
export function keep<T extends Critique | Direction>(message: T): T {
  const copy = (blocks: Blocks): Blocks =>
    Object.fromEntries(
      Object.entries(blocks).map(([name, b]) => [name, { ...b, numbers: b.numbers.slice() }]),
    )
  if (message.type === 'critique') {
    const of = { ...message.of, coordinates: copy(message.of.coordinates) }
    return { ...message, of, coordinates: copy(message.coordinates) }
  }
  return { ...message, blocks: copy(message.blocks) }
}
