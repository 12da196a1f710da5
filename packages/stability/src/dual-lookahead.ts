import type { Backend } from '@ganglion/calculus'
import type { Ahead, Blocks, LookaheadPrograms } from '@ganglion/core'
import { Call, type Groups } from '@ganglion/engine'
import { tangentsOf } from './dual-player.ts'
import { bearing, Linear, type Tangents } from './linear.ts'

/** A program and its derivative. */
class Both {
  readonly #value: Call
  readonly #change: Linear

  constructor(
    program: LookaheadPrograms['stride'],
    moves: (input: string) => boolean,
    backend: Backend,
  ) {
    this.#value = new Call(program, backend)
    this.#change = new Linear(program, moves, backend)
  }

  /** Its outputs with tangents, by what follows a prefix. */
  run(values: Groups, moving: Groups, members: number): (prefix: string) => Blocks {
    const all = { ...values, ...moving, '': { ...values[''], ...moving[''] } }
    const outputs = this.#change.blocks(members)
    this.#value.run(all, outputs, members)
    const borne = Object.entries(bearing(outputs, this.#change.run(all, moving, members)))
    return (prefix) =>
      Object.fromEntries(
        borne.flatMap(([name, b]) =>
          name.startsWith(prefix) ? [[name.slice(prefix.length), b] as const] : [],
        ),
      )
  }
}

/**
 * The tangents of an answer that looks ahead. The walk of the copy and the way back are programs like all others: theirs
 * are third derivatives of the payoff, derived like all others.
 */
export class DualLookahead {
  readonly #stride: Both
  readonly #summit: Both
  readonly #recoil: Both

  constructor(
    { stride, summit, recoil }: LookaheadPrograms,
    moves: (input: string) => boolean,
    backend: Backend,
  ) {
    this.#stride = new Both(stride, moves, backend)
    this.#summit = new Both(summit, moves, backend)
    this.#recoil = new Both(recoil, moves, backend)
  }

  /** The tangents of the first ascent, `ascent.*`, and of the total derivative, `critique.*`. */
  look(values: Groups, moving: Groups, { steps, rate }: Ahead, members: number): Tangents {
    const around = { ...moving, '': { rate: rate.block } }
    const path = [moving['state']!]
    let ascent: Blocks = {}
    for (let k = 0; k < steps; k++) {
      const taken = this.#stride.run(values, { ...around, state: path[k]! }, members)
      if (k === 0) ascent = taken('ascent.')
      path.push(taken('next.'))
    }
    const top = this.#summit.run(values, { ...around, state: path[steps]! }, members)
    let [adjoint, total] = [top('adjoint.'), top('total.')]
    for (let k = steps - 1; k >= 0; k--) {
      const moved = { ...around, state: path[k]!, adjoint, total }
      const back = this.#recoil.run(values, moved, members)
      ;[adjoint, total] = [back('adjoint.'), back('total.')]
    }
    return { ...prefixed('ascent.', ascent), ...prefixed('critique.', total) }
  }
}

const prefixed = (prefix: string, blocks: Blocks): Tangents =>
  Object.fromEntries(Object.entries(tangentsOf(blocks)).map(([name, t]) => [`${prefix}${name}`, t]))
