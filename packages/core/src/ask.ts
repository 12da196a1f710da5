import type { PlayerName } from './experiment.ts'

/** A question to a player. `yield*` of it in a script gives the answer; it is its own iterator, so asking costs nothing. */
export class Ask<T> implements Iterator<Ask<unknown>, T, unknown> {
  readonly player: PlayerName
  readonly port: string
  readonly payload: readonly unknown[]
  #asked = false

  constructor(player: PlayerName, port: string, payload: readonly unknown[]) {
    this.player = player
    this.port = port
    this.payload = payload
  }

  next(answer?: unknown): IteratorResult<Ask<unknown>, T> {
    if (this.#asked) return { done: true, value: answer as T }
    this.#asked = true
    return { done: false, value: this as Ask<unknown> }
  }

  [Symbol.iterator](): this {
    return this
  }
}

/** A question, or several that end in one answer (a wrapper's port). */
export type Asking<T> = Iterable<Ask<unknown>> & {
  [Symbol.iterator](): Iterator<Ask<unknown>, T, unknown>
}
