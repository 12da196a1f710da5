import {
  located,
  PluginError,
  ports,
  textOf,
  type Ask,
  type Critique,
  type Measure,
  type PlayerName,
  type Response,
  type Script,
} from '@ganglion/core'
import type { PluginActor } from './plugin-actor.ts'
import { Wire } from './wire.ts'

/** A step that asks more often than this never ends: the longest algorithms ask some dozens of times. */
const mostAsks = 100_000

const moves = new Set(['ascend', 'descend', 'become'])

/**
 * Plays steps of a script: each question goes to its player, and what players tell each other goes over wires. Answers may
 * come at once or later; a loop drives the script, so no stream ever calls itself.
 */
export class Round {
  readonly measure = new Wire<Measure>('measure', (cause) => this.#broken('measure', cause))
  readonly response = new Wire<Response>('response', (cause) => this.#broken('response', cause))
  readonly critique = new Wire<Critique>('critique', (cause) => this.#broken('critique', cause))
  /** The only player that may move; null for both. */
  only: PlayerName | null = null
  /** What the script remembers from step to step. */
  memory: unknown
  readonly #script: Script
  readonly #actors: Readonly<Record<PlayerName, PluginActor>>
  readonly #dynamics: PluginActor
  readonly #step: () => number
  #steps: Iterator<Ask<unknown>, void, unknown> | null = null
  #asked = 0
  #answered = false
  #answer: unknown
  #failure: PluginError | null = null
  #resume: (() => void) | null = null

  constructor(
    script: Script,
    dynamics: PluginActor,
    actors: Readonly<Record<PlayerName, PluginActor>>,
    step: () => number,
  ) {
    this.#script = script
    this.memory = dynamics.inside('memory', 0, null, () => script.memory?.())
    this.#dynamics = dynamics
    this.#actors = actors
    this.#step = step
  }

  /** Plays a step. True if it is complete; false if it waits for a wire, then `resume` is called when it may go on. */
  play(resume: () => void): boolean {
    if (this.#failure) throw this.#failure
    if (this.#steps && !this.#answered) {
      this.#resume = resume
      return false
    }
    this.#steps ??= this.#begun()
    const steps = this.#steps
    let sent: unknown = this.#answered ? this.#take() : undefined
    for (;;) {
      const { done, value: ask } = this.#advance(steps, sent)
      if (done) break
      this.#ask(ask as Ask<unknown>)
      if (this.#failure) throw this.#failure
      if (!this.#answered) {
        this.#resume = resume
        return false
      }
      sent = this.#take()
    }
    this.#steps = null
    return true
  }

  #begun(): Iterator<Ask<unknown>, void, unknown> {
    this.#asked = 0
    const step = this.#step()
    const begun = this.#dynamics.ask('step', step, null, begin, this.#script, this.memory)
    return this.#dynamics.traced(begun, 'step', step)
  }

  #advance(
    steps: Iterator<Ask<unknown>, void, unknown>,
    sent: unknown,
  ): IteratorResult<Ask<unknown>, void> {
    try {
      if (++this.#asked > mostAsks) throw endless()
      return steps.next(sent)
    } catch (cause) {
      throw located(cause, { plugin: this.#dynamics.id, port: 'step', step: this.#step() })
    }
  }

  #ask(ask: Ask<unknown>): void {
    if (this.only && ask.player !== this.only && moves.has(ask.port))
      return this.#deliver(undefined)
    const actor = this.#actors[ask?.player] ?? this.#nobody(ask)
    try {
      this.#arrive(ask, actor.answer(ask))
    } catch (failure) {
      this.#fail(failure as PluginError)
    }
  }

  #nobody(ask: unknown): never {
    const got = typeof ask === 'object' ? 'an object' : textOf(ask)
    const message = `it yielded ${got}: expected what a port gives, as in \`yield* generator.measure()\``
    throw new PluginError({ plugin: this.#dynamics.id, port: 'step', step: this.#step() }, message)
  }

  #arrive({ port }: Ask<unknown>, value: unknown): void {
    if (port === 'measure') this.measure.send(value as Measure, this.#deliver)
    else if (port === 'respond') this.response.send(value as Response, this.#split)
    else this.#deliver(value)
  }

  // Made once, as they are handed over in every step.
  readonly #split = (response: Response): void => {
    if (!this.critique.bears) return this.#deliver(response)
    this.critique.send(response.critique, (critique) =>
      this.#deliver(critique === response.critique ? response : { ...response, critique }),
    )
  }

  readonly #deliver = (value: unknown): void => {
    this.#answer = value
    this.#answered = true
    const resume = this.#resume
    this.#resume = null
    resume?.()
  }

  #take(): unknown {
    this.#answered = false
    return this.#answer
  }

  #broken(wire: string, cause: unknown): void {
    this.#fail(located(cause, { plugin: `wire:${wire}`, port: 'operator', step: this.#step() }))
  }

  #fail(failure: PluginError): void {
    this.#failure = failure
    const resume = this.#resume
    this.#resume = null
    resume?.()
  }
}

const begin = (script: Script, memory: unknown) => stepsOf(script.step(ports, memory))

const endless = (): Error =>
  new RangeError(`it asked ${mostAsks} times in one step: a step must end`)

/** The iterator of what a script answered. */
function stepsOf(answer: unknown): Iterator<Ask<unknown>, void, unknown> {
  const steps = answer as Partial<Iterable<Ask<unknown>, void, unknown>> | undefined
  const begin = steps?.[Symbol.iterator]
  if (typeof begin !== 'function')
    throw new TypeError(
      'a step is a generator function, `*step({ generator, discriminator }) { ... }`; this one answered something else',
    )
  return begin.call(steps)
}
