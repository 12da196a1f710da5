import { located, type ActorStatus, type Ask, type PluginError, type Trace } from '@ganglion/core'
import { map, Subject, type Observable } from 'rxjs'

/** An answer to a question, or the reason why there is none: actors never throw into a stream. */
export type Answer =
  | { readonly ask: Ask<unknown>; readonly value: unknown }
  | { readonly ask: Ask<unknown>; readonly failed: PluginError }

/** A plugin at work. Players answer questions on streams; the others are asked directly and counted. */
export class PluginActor {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly question$ = new Subject<Ask<unknown>>()
  readonly answer$: Observable<Answer>
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
    this.answer$ = this.question$.pipe(
      map(
        trace
          ? (ask) => this.#watched(ask, answer, step)
          : (ask) => this.#guarded(ask, answer, step),
      ),
    )
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
    this.question$.complete()
  }

  #guarded(ask: Ask<unknown>, answer: (ask: Ask<unknown>) => unknown, step: () => number): Answer {
    this.#messages++
    try {
      return { ask, value: answer(ask) }
    } catch (cause) {
      return { ask, failed: located(cause, { plugin: this.id, port: ask.port, step: step() }) }
    }
  }

  #watched(ask: Ask<unknown>, answer: (ask: Ask<unknown>) => unknown, step: () => number): Answer {
    const trace = this.#trace!
    trace.enter(this.#number, trace.name(ask.port), step())
    const answered = this.#guarded(ask, answer, step)
    trace.leave()
    return answered
  }
}
