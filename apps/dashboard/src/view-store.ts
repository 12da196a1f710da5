import type { Command, View } from './feed.ts'
import { History } from './history.ts'
import { unpack } from './packed-history.ts'
import type { Report } from './report.ts'
import { Speedometer } from './speedometer.ts'

/** The view before anything is known. */
export const blankView: View = {
  state: 'preparing',
  verdict: null,
  frame: null,
  events: [],
  speed: 0,
  pace: null,
  only: null,
  history: [],
  ending: null,
  actors: [],
  options: {},
  steps: null,
  seed: null,
  critic: null,
  heat: null,
  criticFault: null,
  stability: null,
  untold: 0,
  answer: null,
  problem: null,
}

/** Folds reports and commands into views and tells who listens. */
export class ViewStore {
  readonly #listeners = new Set<() => void>()
  readonly #history = new History<NonNullable<View['frame']>>()
  readonly #speedometer = new Speedometer()
  #view: View

  constructor(start: Partial<View> = {}) {
    this.#view = { ...blankView, ...start }
  }

  get view(): View {
    return this.#view
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Takes in what happened, at a time in milliseconds. */
  take(report: Report, atMs: number): void {
    if (this.#view.problem !== null) return
    const points = report.packed ? unpack(report.packed) : (report.points ?? [])
    for (const point of points) this.#history.push(point)
    const { state, frame, events } = report
    if (state !== undefined && state !== this.#view.state) this.#speedometer.reset()
    if (frame) this.#speedometer.mark(frame.step, atMs)
    const now = report.problem === undefined ? (state ?? this.#view.state) : 'failed'
    this.#become({
      ...this.#view,
      state: now,
      verdict: report.verdict ?? this.#view.verdict,
      frame: frame ?? this.#view.frame,
      events: events?.length ? [...this.#view.events, ...events] : this.#view.events,
      history: points.length > 0 ? [...this.#history.points] : this.#view.history,
      speed: now === 'running' ? this.#speedometer.stepsPerSecond : 0,
      actors: report.actors ?? this.#view.actors,
      options: report.options ?? this.#view.options,
      steps: report.steps ?? this.#view.steps,
      seed: report.seed ?? this.#view.seed,
      critic: report.critic === undefined ? this.#view.critic : report.critic,
      heat: report.heat ?? this.#view.heat,
      stability: report.stability ?? this.#view.stability,
      criticFault: report.criticFault ?? this.#view.criticFault,
      untold: report.untold ?? this.#view.untold,
      answer: report.answer ?? this.#view.answer,
      ending: report.ending ?? this.#view.ending,
      problem: report.problem ?? null,
    })
  }

  /** Shows at once what a command wants, so that the next key builds on it. */
  expect(command: Command): void {
    if (command.type === 'only') this.#become({ ...this.#view, only: command.player })
    if (command.type === 'pace') {
      this.#speedometer.reset()
      this.#become({ ...this.#view, pace: command.stepsPerSecond })
    }
  }

  #become(view: View): void {
    this.#view = view
    for (const listener of this.#listeners) listener()
  }
}
