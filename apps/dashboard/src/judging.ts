import { PluginError, type Frame, type Moment } from '@ganglion/core'
import type { StepJudgement } from './feed.ts'

/** Somebody who judges steps elsewhere: nothing waits for it. */
export interface Judge {
  /** Judges the step that is due at a moment and tells it later, once. */
  readonly judge: (moment: Moment, told: (judgement: StepJudgement) => void) => void
}

/** What judging takes. */
export interface JudgingOptions {
  /** The moment at which the game stands; throws an Error where it stands inside of a step. */
  readonly moment: () => Moment
  readonly judge: Judge
  /** A clock in milliseconds. */
  readonly clock?: () => number
}

/** Steps are judged at most three times a second, and at most a third of the time. */
const [leastPauseMs, restPerWork] = [333, 2]

/**
 * Has the newest step judged while somebody looks: one at a time, and none while nobody does. Costs the engine a copy of its
 * state each time.
 */
export class Judging {
  readonly #options: JudgingOptions | undefined
  readonly #clock: () => number
  readonly #tell: (judgement: StepJudgement) => void
  #on = false
  #at: Frame | null = null
  #waiting = false
  #next = -Infinity
  #begun = false

  constructor(options: JudgingOptions | undefined, tell: (judgement: StepJudgement) => void) {
    this.#options = options
    this.#clock = options?.clock ?? (() => performance.now())
    this.#tell = tell
  }

  /** Whether somebody looks. */
  look(on: boolean): void {
    this.#on = on
  }

  /** Whether there is a judgement to come, the newest frame being this one. */
  busy(newest: Frame | null): boolean {
    return this.#waiting || (this.#on && newest !== this.#at)
  }

  /** Takes the newest frame; its step is judged when it is time. */
  offer(frame: Frame): void {
    const from = this.#clock()
    if (!this.#on || this.#waiting || frame === this.#at || from < this.#next) return
    if (!this.#options) return this.#refuse(frame, 'this engine judges no steps')
    const moment = this.#moment(frame)
    if (!moment) return
    this.#at = frame
    this.#waiting = true
    this.#options.judge.judge(moment, (judgement) => {
      this.#waiting = false
      const now = this.#clock()
      // The first one waits for its thread to come up, and for what later ones need not do again.
      const work = this.#begun ? now - from : 0
      this.#begun = true
      this.#next = Math.max(from + leastPauseMs, now + restPerWork * work)
      this.#tell(judgement)
    })
  }

  #refuse(frame: Frame, reason: string): void {
    this.#at = frame
    this.#next = this.#clock() + leastPauseMs
    this.#tell({ type: 'refused', step: frame.step, reason })
  }

  /** Null where there is none now. */
  #moment(frame: Frame): Moment | null {
    try {
      return this.#options?.moment() ?? null
    } catch (cause) {
      // Inside of a step there is one a little later.
      if (!(cause instanceof PluginError)) return null
      this.#refuse(frame, cause.message)
      return null
    }
  }
}
