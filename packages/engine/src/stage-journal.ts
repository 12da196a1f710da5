import {
  watch,
  type Frame,
  type GanglionEvent,
  type Outcome,
  type Plan,
  type PluginError,
  type Result,
  type SavedWatch,
  type Snapshot,
  type Verdict,
} from '@ganglion/core'
import { ReplaySubject, Subject } from 'rxjs'
import type { Troupe } from './troupe.ts'

/** What a game has told so far: its frames, what detectors found in them, and how its members ended. */
export class Journal {
  readonly frames = new Subject<Frame>()
  // Events are few and none may be lost, so whoever comes late hears them all.
  readonly events = new ReplaySubject<GanglionEvent>()
  readonly verdicts = new Subject<Verdict>()
  /** Events by kind. */
  readonly counts: Record<string, number> = {}
  /** Of members that ended before the game; null for those that play. */
  readonly outcomes: (Outcome | null)[]
  last: Frame | null
  /** The newest frame, with what metrics of every step have written since in place of what they wrote in it. */
  newest: Frame | null
  /** Whether a frame is being told to its subscribers. */
  writing = false
  readonly #members: number
  readonly #findings
  /** Members without an outcome. */
  #playing: number

  constructor({ detectors, members }: Plan, from: Snapshot | undefined) {
    this.#members = members
    this.#findings = watch(detectors, members, from?.detectors)
    this.outcomes = Array.from({ length: members }, (_, m) => from?.outcomes[m] ?? null)
    this.#playing = this.outcomes.filter((outcome) => outcome === null).length
    this.last = from?.last ?? null
    this.newest = this.last
    Object.assign(this.counts, from?.events)
  }

  /** Keeps the frame of a step and what is found in it; `diverged` hears of each member that need not play on. */
  record({ recorder, detectors }: Troupe, step: number, diverged: (member: number) => void): void {
    this.writing = true
    try {
      const frame = recorder.frame(step, this.newest)
      this.last = frame
      this.newest = frame
      this.frames.next(frame)
      for (const detector of detectors) detector.count()
      const { events, verdicts } = this.#findings.next(frame)
      for (const event of events) this.#report(event, diverged)
      for (const verdict of verdicts) this.verdicts.next(verdict)
    } finally {
      this.writing = false
    }
  }

  /** Lets metrics of every step measure after one between frames. */
  glance({ recorder }: Troupe, step: number): void {
    if (!recorder.glances) return
    const { signals } = recorder.glance(step, this.newest)
    const { last } = this
    this.newest = last && { ...last, signals: { ...last.signals, ...signals } }
  }

  /** Tells what detectors say at the end. */
  conclude(diverged: (member: number) => void): void {
    for (const event of this.#findings.end()) this.#report(event, diverged)
  }

  /** Whether no member plays any more. */
  get over(): boolean {
    return this.#playing === 0
  }

  /** What the game came to after so many steps; members that play still are cancelled, or judged by their detectors. */
  result(steps: number, cancelled: boolean, error: PluginError | null): Result {
    const outcomes = this.outcomes.map((outcome, member) =>
      error ? 'failed' : (outcome ?? (cancelled ? 'cancelled' : this.#findings.outcome(member))),
    )
    const final = this.last ?? { step: 0, members: this.#members, signals: {} }
    const result = { outcome: outcomes[0]!, outcomes, steps, final, events: this.counts }
    return error ? { ...result, error } : result
  }

  /** What detectors remember. */
  save(): SavedWatch {
    return this.#findings.save()
  }

  /** Nobody is told anything any more. */
  close(): void {
    for (const stream of [this.frames, this.events, this.verdicts]) stream.complete()
  }

  #report(event: GanglionEvent, diverged: (member: number) => void): void {
    this.events.next(event)
    if (event.type !== 'event') return
    this.counts[event.event] = (this.counts[event.event] ?? 0) + 1
    if (event.event !== 'divergence') return
    if (this.outcomes[event.member] === null) this.#playing--
    this.outcomes[event.member] = 'diverged'
    diverged(event.member)
  }
}
