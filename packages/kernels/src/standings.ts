import type { Cell, Index, Position } from '@ganglion/calculus'
import { stripes } from './loop-weight.ts'
import type { Counter, Place } from './nest-block.ts'

/** What stands for an index: a counter, or nothing, and a number; `lane` when lanes run along it. */
export interface Standing {
  readonly counter: Counter | null
  readonly plus: number
  readonly lane: 0 | 1
}

/** What every index stands for while loops are written, and so where cells are. */
export class Standings {
  readonly #known = new Map<Index, Standing>()

  set(index: Index, standing: Standing): void {
    this.#known.set(index, standing)
  }

  /** Whether two positions are equal; null where a counter would have to be known. */
  same(a: Position, b: Position): boolean | null {
    const [x, y] = [this.#of(a), this.#of(b)]
    return x.counter === y.counter && x.lane === y.lane ? x.plus === y.plus : null
  }

  /** The place of a cell. */
  place(of: Place['of'], which: number, { offset, strides }: Cell): Place {
    let [at, lane] = [offset, 0]
    const counted: { counter: Counter; stride: number }[] = []
    for (const { index, stride } of strides) {
      const standing = this.#known.get(index)!
      at += standing.plus * stride
      lane += standing.lane * stride
      if (standing.counter) counted.push({ counter: standing.counter, stride })
    }
    counted.sort((a, b) => a.counter.id - b.counter.id)
    return { of, which, offset: at, strides: counted, lane }
  }

  /** The stripe of a temporary to which a round of a loop adds. */
  stripe(which: number, index: Index): Place {
    const { plus, lane } = this.#known.get(index)!
    return { of: 'temporary', which, offset: plus % stripes, strides: [], lane }
  }

  #of(position: Position): Standing {
    if (typeof position === 'number') return { counter: null, plus: position, lane: 0 }
    return this.#known.get(position)!
  }
}
