import type { Backend, Program } from '@ganglion/calculus'
import type { Block, Blocks, Critique, Direction, Measure, Rate } from '@ganglion/core'
import type { Answer } from './answer.ts'
import { Call } from './call.ts'
import { named } from './lookahead.ts'
import type { Player } from './player.ts'

/** What both players write. */
interface Landing {
  readonly next: Blocks
  readonly moved: Blocks
  readonly outputs: Blocks
}

/**
 * Lets a discriminator's move wait for the generator's against the same answer, for one kernel does both faster. Whoever
 * looks at the discriminator before that sees it moved: then each moves by itself.
 */
export class Joint {
  readonly #call: Call
  readonly #discriminator: Player
  #generator: Player | null = null
  /** The last answer, and how often both had moved when it was given. */
  #offer: { readonly answer: Answer; readonly up: number; readonly down: number } | null = null
  #isNow: (measure: Measure) => boolean = () => false
  #rate: Rate | null = null
  #rates: Readonly<Record<'rate' | 'generatorRate', Block>> | null = null
  readonly #landings: Landing[] = []

  constructor(program: Program, backend: Backend, discriminator: Player) {
    this.#call = new Call(program, backend)
    this.#discriminator = discriminator
  }

  /** The other player sits down. */
  seat(generator: Player, isNow: (measure: Measure) => boolean): void {
    this.#generator = generator
    this.#isNow = isNow
  }

  /** An answer at what the discriminator is now; of use when it is to what the generator is now. */
  offer(answer: Answer, measure: Measure): void {
    const generator = this.#generator
    this.#offer =
      generator && this.#isNow(measure)
        ? { answer, up: this.#discriminator.moves, down: generator.moves }
        : null
  }

  /** Does what waits. */
  settle(): void {
    this.#discriminator.pay()
  }

  /** Whether this ascent will wait. */
  ascend(direction: Direction, rate: Rate): boolean {
    const offer = this.#offer
    if (!offer?.answer.open || direction !== offer.answer.ascent) return false
    if (offer.up !== this.#discriminator.moves) return false
    this.#rate = rate
    this.#discriminator.owe(() => this.#discriminator.move(direction, rate))
    return true
  }

  /** Whether this descent has been made, and the ascent that waited for it. */
  descend(critique: Critique, rate: Rate): boolean {
    const [offer, generator] = [this.#offer, this.#generator!]
    if (!offer?.answer.open || critique !== offer.answer.critique) return false
    if (!this.#discriminator.owes || offer.down !== generator.moves) return false
    this.#discriminator.owe(null)
    this.#offer = null
    const { outputs } = this.#landing(this.#discriminator.landing, generator.landing)
    const groups = { ...offer.answer.groups, '': this.#ratesOf(this.#rate!, rate) }
    this.#call.run(groups, outputs, generator.members)
    this.#discriminator.land()
    generator.land()
    return true
  }

  #ratesOf({ block: rate }: Rate, { block: generatorRate }: Rate): Readonly<Record<string, Block>> {
    const last = this.#rates
    if (last?.rate === rate && last.generatorRate === generatorRate) return last
    return (this.#rates = { rate, generatorRate })
  }

  /** Players write now here, now there: few pairs, each named once. */
  #landing(next: Blocks, moved: Blocks): Landing {
    const known = this.#landings.find((l) => l.next === next && l.moved === moved)
    if (known) return known
    const outputs = { ...named('next', next), ...named('moved', moved) }
    const made = { next, moved, outputs }
    this.#landings.push(made)
    return made
  }
}
