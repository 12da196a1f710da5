import type { Backend } from '@ganglion/calculus'
import type { Block, Blocks, LookaheadPrograms } from '@ganglion/core'
import { Call, type Groups } from './call.ts'

/** Both ends of a walk ahead: what the first step saw, and the total derivative. */
export interface Looked {
  readonly ascent: Blocks
  readonly total: Blocks
}

/**
 * Walks k ascent steps ahead with a copy of the discriminator, then back with one Hessian-vector product a step: the
 * critique at the end becomes the total derivative (li2017 sec. 5; Metz et al. 2016). It knows no generator.
 */
export class Lookahead {
  readonly #stride: Call
  readonly #summit: Call
  readonly #recoil: Call
  readonly #like: (blocks: Blocks) => Blocks
  readonly #path: Station[] = []
  readonly #ends: readonly [Ends, Ends]
  readonly #scrap: Blocks

  constructor(
    programs: LookaheadPrograms,
    backend: Backend,
    made: Looked,
    like: (blocks: Blocks) => Blocks,
  ) {
    this.#stride = new Call(programs.stride, backend)
    this.#summit = new Call(programs.summit, backend)
    this.#recoil = new Call(programs.recoil, backend)
    this.#like = like
    this.#ends = [endsOf(made, like), endsOf(made, like)]
    this.#scrap = like(made.ascent)
  }

  /** Writes the first ascent and the total derivative after so many steps at this rate. */
  look(
    into: Looked,
    groups: Groups,
    state: Blocks,
    steps: number,
    rate: Block,
    members: number,
  ): void {
    const around: Groups = { ...groups, '': { rate } }
    let at = state
    for (let k = 0; k < steps; k++) {
      const { outputs, next } = this.#station(k, into, state)
      this.#stride.run({ ...around, state: at }, outputs, members)
      at = next
    }
    let [here, other] = this.#ends
    this.#summit.run({ ...around, state: at }, here.outputs, members)
    for (let k = steps - 1; k >= 0; k--) {
      const before = k === 0 ? state : this.#path[k - 1]!.next
      const { adjoint, total } = here
      const to = k === 0 ? { ...other.outputs, ...named('total', into.total) } : other.outputs
      this.#recoil.run({ ...around, state: before, adjoint, total }, to, members)
      ;[here, other] = [other, here]
    }
  }

  /** Where a stride ends; that of the first one tells its ascent. */
  #station(k: number, into: Looked, like: Blocks): Station {
    const known = this.#path[k]
    if (known && k > 0) return known
    const next = known?.next ?? this.#like(like)
    const ascent = k === 0 ? into.ascent : this.#scrap
    const outputs = { ...named('ascent', ascent), ...named('next', next) }
    return (this.#path[k] = { next, outputs })
  }
}

interface Station {
  readonly next: Blocks
  readonly outputs: Blocks
}

interface Ends {
  readonly adjoint: Blocks
  readonly total: Blocks
  readonly outputs: Blocks
}

function endsOf({ ascent, total }: Looked, like: (blocks: Blocks) => Blocks): Ends {
  const ends = { adjoint: like(ascent), total: like(total) }
  return { ...ends, outputs: { ...named('adjoint', ends.adjoint), ...named('total', ends.total) } }
}

/** Blocks under longer names. */
export function named(prefix: string, blocks: Blocks): Blocks {
  return Object.fromEntries(Object.entries(blocks).map(([name, b]) => [`${prefix}.${name}`, b]))
}
