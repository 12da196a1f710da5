import {
  PluginError,
  type ActorStatus,
  type ExperimentState,
  type Frame,
  type GanglionEvent,
  type Result,
  type Verdict,
} from '@ganglion/core'
import { BehaviorSubject, ReplaySubject, Subject } from 'rxjs'
import type { FromThread, Happening, PlanSummary } from './contained-message.ts'
import { retell } from './told-error.ts'

/** What a game in another thread looks like from here: its streams, its plan and its end, made of the messages. */
export class Echo {
  readonly streams = {
    frames$: new Subject<Frame>(),
    // As in the engine: events are few and none may be lost.
    events$: new ReplaySubject<GanglionEvent>(),
    verdict$: new Subject<Verdict>(),
    state$: new BehaviorSubject<ExperimentState>('preparing'),
    objections$: new ReplaySubject<Error>(),
  }
  readonly plan: Promise<PlanSummary>
  readonly done: Promise<Result>
  actors: readonly ActorStatus[] = []
  text = ''
  readonly #planned = Promise.withResolvers<PlanSummary>()
  readonly #ended = Promise.withResolvers<Result>()
  readonly #counts: Record<string, number> = {}
  #members = 1
  #last: Frame | null = null

  constructor() {
    this.plan = this.#planned.promise
    this.done = this.#ended.promise
    // Whoever awaits them hears of a refusal; nobody is made to.
    this.plan.catch(() => undefined)
    this.done.catch(() => undefined)
  }

  /** Takes a message; the last one gives back what is to be done when the thread has gone. */
  take(message: FromThread): (() => void) | undefined {
    switch (message.type) {
      case 'plan':
        this.#members = message.plan.members
        this.#planned.resolve(message.plan)
        return undefined
      case 'batch':
        message.happenings.forEach((happening) => this.#happen(happening))
        return undefined
      case 'actors':
        this.actors = message.actors
        return undefined
      case 'said':
        this.text += message.text
        return undefined
      case 'objection':
        this.streams.objections$.next(retell(message.error))
        return undefined
      case 'refused':
        return () => this.#refuse(retell(message.error))
      case 'done': {
        const { result, error } = message
        const told = error ? { ...result, error: retell(error) as PluginError } : result
        return () => this.#end(told)
      }
    }
  }

  /** Ends the game as `failed`. */
  fail(error: PluginError): void {
    this.#planned.reject(error)
    this.streams.state$.next('failed')
    this.#end({
      outcome: 'failed',
      outcomes: Array.from({ length: this.#members }, () => 'failed'),
      steps: error.step,
      final: this.#last ?? { step: 0, members: this.#members, signals: {} },
      events: this.#counts,
      error,
    })
  }

  #happen(happening: Happening): void {
    switch (happening.type) {
      case 'frame':
        this.#last = happening.frame
        return this.streams.frames$.next(happening.frame)
      case 'event': {
        const { event, type } = happening.event
        if (type === 'event') this.#counts[event] = (this.#counts[event] ?? 0) + 1
        return this.streams.events$.next(happening.event)
      }
      case 'verdict':
        return this.streams.verdict$.next(happening.verdict)
      case 'state':
        return this.streams.state$.next(happening.state)
    }
  }

  #refuse(error: Error): void {
    if (error instanceof PluginError) return this.fail(error)
    this.#planned.reject(error)
    this.#ended.reject(error)
    for (const stream of Object.values(this.streams)) stream.error(error)
  }

  #end(result: Result): void {
    this.#ended.resolve(result)
    for (const stream of Object.values(this.streams)) stream.complete()
  }
}
