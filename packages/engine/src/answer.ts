import type { Block, Blocks, Critique, Direction, Measure, Response } from '@ganglion/core'
import { named } from './lookahead.ts'

/** A direction and a critique, and both under the names that kernels write. */
export interface Bent {
  readonly ascent: Direction
  readonly critique: Critique & { of: Measure }
  readonly outputs: Blocks
}

/** Makes one of blocks. */
export function bentOf(ascent: Blocks, critique: Blocks): Bent {
  const outputs = { ...named('ascent', ascent), ...named('critique', critique) }
  return {
    ascent: { type: 'direction', of: 'discriminator', blocks: ascent },
    critique: { type: 'critique', of: undefined as unknown as Measure, coordinates: critique },
    outputs,
  }
}

/** A response; payoff and loss are computed when somebody reads them, before the state moves on. */
export class Answer implements Response {
  readonly type = 'response'
  readonly ascent: Direction
  readonly critique: Critique & { of: Measure }
  readonly outputs: Blocks
  readonly #payoff: Block
  readonly #loss: Block
  readonly #zeroSum: boolean
  #settle: (() => void) | null = null

  constructor({ ascent, critique, outputs }: Bent, payoff: Block, loss: Block, zeroSum: boolean) {
    this.ascent = ascent
    this.critique = critique
    this.outputs = { ...outputs, payoff, loss }
    this.#payoff = payoff
    this.#loss = loss
    this.#zeroSum = zeroSum
  }

  /** Says how payoff and loss are found. */
  owe(settle: () => void): void {
    this.#settle = settle
  }

  get payoff(): Block {
    this.#settle?.()
    this.#settle = null
    return this.#payoff
  }

  get loss(): Block {
    const { payoff } = this
    return this.#zeroSum ? payoff : this.#loss
  }
}
