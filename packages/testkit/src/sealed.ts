import {
  combine,
  inner,
  keep,
  type Block,
  type Critique,
  type Direction,
  type Measure,
  type Place,
  type PlayerName,
  type Rate,
  type Response,
} from '@ganglion/core'
import { Finding } from './case.ts'

/**
 * Messages as a script should meet them: whoever reads a number out of one springs a trap. What the contract offers for
 * messages (`keep`, `combine`, `inner`) may read; it is known by where its code stands, learnt when the seal is made.
 */
export class Seal {
  /** The first reading of a number, even if the script caught what the trap threw. */
  caught: Finding | null = null
  readonly #who: string
  readonly #trusted = new Set<string>()
  #learning = true

  constructor(who: string) {
    this.#who = who
    const direction = this.direction('generator')
    keep(this.critique(this.measure()))
    combine([[this.rate('rate'), keep(direction)]])
    combine([[this.rate('rate'), direction]])
    inner(direction, direction)
    this.#learning = false
  }

  measure(): Measure {
    const coordinates = { law: this.#block('a measure') }
    return Object.freeze({ type: 'measure', kind: 'points', coordinates, draw: 0 })
  }

  critique(of: Measure): Critique {
    return Object.freeze({
      type: 'critique',
      of,
      coordinates: { law: this.#block('a critique') },
    })
  }

  direction(of: PlayerName): Direction {
    return Object.freeze({ type: 'direction', of, blocks: { state: this.#block('a direction') } })
  }

  response(measure: Measure): Response {
    const payoff = this.#block('a payoff')
    const [ascent, critique] = [this.direction('discriminator'), this.critique(measure)]
    return Object.freeze({ type: 'response', payoff, loss: payoff, ascent, critique })
  }

  place(of: PlayerName): Place {
    return Object.freeze({ type: 'place', of, blocks: { state: this.#block('a place') } })
  }

  rate(option: string): Rate {
    return Object.freeze({ type: 'rate', option, block: this.#block(`the rate ${option}`) })
  }

  #block(of: string): Block {
    return Object.freeze({
      cells: 2,
      members: 1,
      layout: 'lanes',
      numbers: this.#numbers(Float64Array.of(0.5, -0.5), of),
    })
  }

  #numbers(numbers: Float64Array, of: string): Float64Array {
    const read = (target: Float64Array, key: string | symbol): unknown => {
      this.#refuse(new Error('read').stack ?? '', `reads ${JSON.stringify(String(key))} of ${of}`)
      if (key === 'slice') return () => this.#numbers(target.slice(), of)
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    }
    return new Proxy(numbers, {
      get: read,
      set: (_, key) => {
        this.#refuse('', `writes ${JSON.stringify(String(key))} of ${of}`)
        return false
      },
    })
  }

  /** Frames of a stack: the message, `read`, whoever reads. */
  #refuse(stack: string, does: string): void {
    const reader = readerOf(stack.split('\n')[2] ?? '')
    if (this.#learning) this.#trusted.add(reader)
    if (this.#learning || this.#trusted.has(reader)) return
    this.caught ??= new Finding(
      `${this.#who} ${does}: messages are opaque to scripts, since members differ. Hand them on, or use keep, combine and inner.`,
    )
    throw this.caught
  }
}

/** The function and the file's own name of a frame: a plugin may come with its own copy of the contract's code. */
function readerOf(frame: string): string {
  const [called = '', place = ''] = frame.includes(' (') ? frame.split(' (') : ['', frame]
  return `${called.trim()} ${/[^/\\]*?(?=:\d+:\d+\)?$)/.exec(place)?.[0] ?? place}`
}
