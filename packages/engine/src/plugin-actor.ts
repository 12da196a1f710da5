import { located, type ActorStatus, type Ask, type Trace } from '@ganglion/core'

/** A plugin at work: asked, watched and counted. What players answer goes over the wires of the round. */
export class PluginActor {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly #answer: (ask: Ask<unknown>) => unknown
  readonly #step: () => number
  readonly #trace: Trace | undefined
  readonly #number: number
  #alive = true
  #messages = 0

  constructor(
    kind: string,
    name: string,
    answer: (ask: Ask<unknown>) => unknown,
    step: () => number,
    trace?: Trace,
  ) {
    this.id = `${kind}:${name}`
    this.kind = kind
    this.name = name
    this.#trace = trace
    this.#number = trace?.name(this.id) ?? 0
    this.#answer = answer
    this.#step = step
  }

  get status(): ActorStatus {
    return {
      id: this.id,
      kind: this.kind,
      name: this.name,
      alive: this.#alive,
      messages: this.#messages,
    }
  }

  /** Runs a piece of the plugin's code; what it throws becomes a located `PluginError`. */
  guard<T>(port: string, step: number, member: number | null, work: () => T): T {
    this.#messages++
    return this.inside(port, step, member, work)
  }

  /** The same with what the work is given, for work that is done by the thousand: no function is made of it. */
  ask<Given extends unknown[], T>(
    port: string,
    step: number,
    member: number | null,
    work: (...given: Given) => T,
    ...given: Given
  ): T {
    this.#messages++
    if (this.#trace) return this.inside(port, step, member, () => work(...given))
    try {
      return work(...given)
    } catch (cause) {
      throw located(cause, { plugin: this.id, port, step, member })
    }
  }

  /** The same for code that goes on with a message counted before. */
  inside<T>(port: string, step: number, member: number | null, work: () => T): T {
    const trace = this.#trace
    trace?.enter(this.#number, trace.name(port), step)
    try {
      return work()
    } catch (cause) {
      throw located(cause, { plugin: this.id, port, step, member })
    } finally {
      trace?.leave()
    }
  }

  /** An iterator over the plugin's code, with every stretch of it told to the trace. */
  traced<T>(
    steps: Iterator<T, void, unknown>,
    port: string,
    step: number,
  ): Iterator<T, void, unknown> {
    const trace = this.#trace
    if (!trace) return steps
    return {
      next: (sent) => {
        trace.enter(this.#number, trace.name(port), step)
        try {
          return steps.next(sent)
        } finally {
          trace.leave()
        }
      },
    }
  }

  /** Counts a message that went past the guard. */
  count(): void {
    this.#messages++
  }

  stop(): void {
    this.#alive = false
  }

  /** What a player answers to a question. Throws a located `PluginError`. */
  answer(ask: Ask<unknown>): unknown {
    this.#messages++
    if (this.#trace) return this.inside(ask.port, this.#step(), null, () => this.#answer(ask))
    try {
      return this.#answer(ask)
    } catch (cause) {
      throw located(cause, { plugin: this.id, port: ask.port, step: this.#step() })
    }
  }
}
