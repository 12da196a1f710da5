import { narrow, type Backend } from '@ganglion/calculus'
import type { Blocks } from '@ganglion/core'
import { Call } from './call.ts'
import type { Derived } from './derive.ts'
import type { Grown } from './grown.ts'

/** What is asked of a state that grows. */
export interface SizedCalls {
  readonly slopes: Call
  readonly values: Call
  readonly shares: Call
  readonly ahead: (steps: number) => Call
}

/** The least part of a state that has programs of its own, and from where on they lie closer: powers of two. */
const [least, large] = [64, 256]

/** The least size with programs of its own that holds so much: where there is much to compute, little is computed for nothing. */
function sizeFor(used: number): number {
  let octave = least
  while (2 * octave < used) octave *= 2
  if (used <= octave) return octave
  const parts = octave < large ? 1 : 4
  return Math.ceil((used / octave) * parts) * (octave / parts)
}

/**
 * Programs for as much of a growing state as is used by the member that uses most: its arrays begin with what is used, and
 * the rest adds nothing, so that the bits are those of the whole.
 */
export class Sized {
  readonly #grown: Grown<Derived>
  readonly #backend: Backend
  readonly #calls = new Map<number, SizedCalls>()

  constructor(grown: Grown<Derived>, backend: Backend) {
    this.#grown = grown
    this.#backend = backend
  }

  /** The programs for what is used of a state. */
  at(state: Blocks): SizedCalls {
    const { size, used } = this.#grown
    let most = 0
    for (const count of state[used]!.numbers) if (count > most) most = count
    const here = Math.min(sizeFor(most), size)
    const found = this.#calls.get(here) ?? this.#made(this.#grown.at(here))
    this.#calls.set(here, found)
    return found
  }

  #made({ respond, value, growth }: Derived): SizedCalls {
    const call = (program: Derived['respond']): Call =>
      new Call(
        narrow(program, () => true),
        this.#backend,
      )
    const ahead = new Map<number, Call>()
    return {
      slopes: call(respond),
      values: call(value),
      shares: call(growth!.programs.shares),
      ahead: (steps) => {
        const found = ahead.get(steps) ?? call(growth!.programs.ahead(steps))
        ahead.set(steps, found)
        return found
      },
    }
  }
}
