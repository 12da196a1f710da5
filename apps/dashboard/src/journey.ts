import type { Controls, ExperimentState } from '@ganglion/core'

/** Runs an experiment as fast as possible to a step and rests there. */
export class Journey {
  readonly to: number
  readonly #controls: Controls
  readonly #every: number
  #state: 'waiting' | 'under way' | 'over' = 'waiting'

  /** `every`: frames come at its multiples, so the last few steps are counted. */
  constructor(to: number, controls: Controls, every: number) {
    this.to = to
    this.#controls = controls
    this.#every = every
  }

  get over(): boolean {
    return this.#state === 'over'
  }

  /** Sets out at a step, as soon as the experiment can be told to go. */
  depart(state: ExperimentState, step: number): void {
    if (this.#state !== 'waiting' || state === 'preparing') return
    this.#state = 'under way'
    this.reach(step)
    if (this.over) return
    this.#controls.pace(null)
    this.#controls.resume()
  }

  /** Looks at the step of a frame: rests when it is the last one before the goal. */
  reach(step: number): void {
    if (this.#state !== 'under way' || step + this.#every <= this.to) return
    this.#state = 'over'
    this.#controls.pause()
    // Not at once: this may be called inside a step.
    if (step < this.to) setImmediate(() => this.#controls.step(this.to - step))
  }
}
