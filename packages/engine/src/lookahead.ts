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
  readonly #backend: Backend
  readonly #summit: Call
  /** Strides and the way back: those that keep what took long, and those that compute it again. */
  readonly #ways: Readonly<Record<'keeping' | 'forgetful', Way>>
  readonly #like: (blocks: Blocks) => Blocks
  readonly #path: Station[] = []
  readonly #ends: readonly [Ends, Ends]
  readonly #scrap: Blocks
  #rates: { readonly rate: Block } | null = null
  #last: { readonly ends: Ends; readonly total: Blocks; readonly outputs: Blocks } | null = null

  constructor(
    programs: LookaheadPrograms,
    backend: Backend,
    made: Looked,
    like: (blocks: Blocks) => Blocks,
  ) {
    const { stride, recoil } = programs
    this.#backend = backend
    this.#summit = new Call(programs.summit, backend)
    this.#ways = {
      keeping: {
        stride: new Call(stride, backend, { side: 'writes', other: recoil }),
        recoil: new Call(recoil, backend, { side: 'reads', other: stride }),
      },
      forgetful: { stride: new Call(stride, backend), recoil: new Call(recoil, backend) },
    }
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
    const { stride, recoil } = this.#ways[steps * members > mostKept ? 'forgetful' : 'keeping']
    if (this.#rates?.rate !== rate) this.#rates = { rate }
    const around: Groups = { ...groups, '': this.#rates }
    let at = state
    for (let k = 0; k < steps; k++) {
      const station = this.#station(k, into, state, members)
      stride.run({ ...around, state: at }, station.outputs, members, station.kept)
      at = station.next
    }
    let [here, other] = this.#ends
    this.#summit.run({ ...around, state: at }, here.outputs, members)
    for (let k = steps - 1; k >= 0; k--) {
      const before = k === 0 ? state : this.#path[k - 1]!.next
      const { adjoint, total } = here
      const to = k === 0 ? this.#arrival(other, into.total) : other.outputs
      const { kept } = this.#path[k]!
      recoil.run({ ...around, state: before, adjoint, total }, to, members, kept)
      ;[here, other] = [other, here]
    }
  }

  /** Where a stride ends; that of the first one tells its ascent. */
  #station(k: number, into: Looked, like: Blocks, members: number): Station {
    const known = this.#path[k]
    if (known && (k > 0 || known.ascent === into.ascent)) return known
    const next = known?.next ?? this.#like(like)
    const ascent = k === 0 ? into.ascent : this.#scrap
    const outputs = { ...named('ascent', ascent), ...named('next', next) }
    const kept = known?.kept ?? this.#store(members)
    return (this.#path[k] = { next, outputs, kept, ascent })
  }

  /** Where the last way back ends: in the answer. */
  #arrival(ends: Ends, total: Blocks): Blocks {
    const last = this.#last
    if (last?.ends === ends && last.total === total) return last.outputs
    const outputs = { ...ends.outputs, ...named('total', total) }
    this.#last = { ends, total, outputs }
    return outputs
  }

  /** An array for numbers that a stride keeps, made when it asks. */
  #store(members: number): Station['kept'] {
    let store: Float64Array | null = null
    return (cells) => (store ??= this.#backend.allocate(cells * (members + 1)))
  }
}

/** More steps of members than this at once keep nothing: memory is slower than computing again. */
const mostKept = 131_072

interface Way {
  readonly stride: Call
  readonly recoil: Call
}

interface Station {
  readonly next: Blocks
  readonly outputs: Blocks
  readonly ascent: Blocks
  readonly kept: (cells: number) => Float64Array
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
