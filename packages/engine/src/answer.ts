import type { Block, Blocks, Critique, Direction, Measure, Response } from '@ganglion/core'
import type { Groups } from './call.ts'
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

/** How the parts of a response are found. */
export interface Findings {
  /** Writes ascent and critique. */
  readonly slopes: (groups: Groups, outputs: Blocks) => void
  /** Writes payoff and loss. */
  readonly values: (groups: Groups, outputs: Blocks) => void
}

/** A response whose parts are computed when somebody reads them: slopes, and payoff and loss. */
export class Answer implements Response {
  readonly type = 'response'
  readonly ascent: Direction
  readonly critique: Critique & { of: Measure }
  readonly outputs: Blocks
  readonly #payoff: Block
  readonly #loss: Block
  readonly #zeroSum: boolean
  readonly #findings: Findings
  #groups: Groups = {}
  #owesSlopes = false
  #owesValues = false
  #lost = false

  constructor(bent: Bent, payoff: Block, loss: Block, zeroSum: boolean, findings: Findings) {
    this.ascent = lazily(bent.ascent, 'blocks', () => this.findSlopes())
    this.critique = lazily(bent.critique, 'coordinates', () => this.findSlopes())
    this.outputs = { ...bent.outputs, payoff, loss }
    this.#payoff = payoff
    this.#loss = loss
    this.#zeroSum = zeroSum
    this.#findings = findings
  }

  /** Says what is asked; without `slopes` these have been written already. */
  ask(groups: Groups, measure: Measure, slopes: boolean): void {
    this.#groups = groups
    this.critique.of = measure
    this.#owesSlopes = slopes
    this.#owesValues = true
    this.#lost = false
  }

  /** What the kernels read. */
  get groups(): Groups {
    return this.#groups
  }

  /** Whether nobody has read the slopes yet. */
  get open(): boolean {
    return this.#owesSlopes
  }

  /** Called before the state that was asked about is overwritten: slopes are computed, values are not, for few read them. */
  close(): void {
    this.findSlopes()
    this.#lost = this.#owesValues
  }

  get payoff(): Block {
    this.#findValues()
    return this.#payoff
  }

  get loss(): Block {
    const { payoff } = this
    return this.#zeroSum ? payoff : this.#loss
  }

  /** Computes the slopes now. */
  findSlopes(): void {
    if (!this.#owesSlopes) return
    this.#owesSlopes = false
    this.#findings.slopes(this.#groups, this.outputs)
  }

  #findValues(): void {
    if (!this.#owesValues) return
    if (this.#lost)
      throw new Error(
        'the payoff of an answer was read after its player had moved twice: read it before, or ask again',
      )
    this.#owesValues = false
    this.#findings.values(this.#groups, this.outputs)
  }
}

/** The same message with a field that is computed when it is read. */
function lazily<T extends object, K extends keyof T>(message: T, field: K, find: () => void): T {
  const value = message[field]
  return Object.defineProperty(message, field, {
    enumerable: true,
    get: () => {
      find()
      return value
    },
  })
}
