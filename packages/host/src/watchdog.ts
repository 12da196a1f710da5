import type { BlackBox } from './black-box.ts'

/** How much longer than the deadline a thread may be silent while it does work of ours: starting, deriving, compiling. */
const ownWorkMs = 30_000

/**
 * Watches a black box from outside and calls `bark` once: when a call of plugin code, or the loading of a module, takes
 * longer than the deadline (an event loop that goes round is no excuse: such code may wait for what never comes), or when
 * the thread is silent for much longer without one. It counts its own ticks, so time that this side slept through is not
 * held against the thread.
 */
export class Watchdog {
  readonly #box: BlackBox
  readonly #deadlineMs: number
  readonly #everyMs: number
  readonly #timer: ReturnType<typeof setInterval>
  #calls: number
  #beats: number
  #phase: string
  #callMs = 0
  #silentMs = 0

  constructor(box: BlackBox, deadlineMs: number, bark: () => void) {
    this.#box = box
    this.#deadlineMs = deadlineMs
    this.#everyMs = Math.min(250, Math.max(10, deadlineMs / 20))
    this.#calls = box.calls
    this.#beats = box.beats
    this.#phase = box.phase
    this.#timer = setInterval(() => {
      if (!this.#patient()) {
        this.rest()
        bark()
      }
    }, this.#everyMs)
  }

  rest(): void {
    clearInterval(this.#timer)
  }

  #patient(): boolean {
    const { calls, beats, phase, inside } = this.#box
    const moved = calls !== this.#calls || phase !== this.#phase
    this.#callMs = moved ? 0 : this.#callMs + this.#everyMs
    this.#silentMs = moved || beats !== this.#beats ? 0 : this.#silentMs + this.#everyMs
    this.#calls = calls
    this.#beats = beats
    this.#phase = phase
    if (inside || phase === 'loading') return this.#callMs < this.#deadlineMs
    return this.#silentMs < this.#deadlineMs + ownWorkMs
  }
}
