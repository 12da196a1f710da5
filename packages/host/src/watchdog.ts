import type { BlackBox, Phase } from './black-box.ts'

/** How long a thread may need to start before anything of a stranger runs in it. */
const startMs = 30_000

/** Phases in which the event loop may go round and nothing be done: they have an end of their own. */
const bounded: readonly Phase[] = ['starting', 'loading', 'preparing']

/**
 * Watches a black box from outside: calls `bark` once when the thread has been silent for too long, or has been loading
 * or preparing for too long. It counts its own ticks, so time that this side slept through is not held against the thread.
 */
export class Watchdog {
  readonly #box: BlackBox
  readonly #deadlineMs: number
  readonly #everyMs: number
  readonly #timer: ReturnType<typeof setInterval>
  #beats: number
  #phase: Phase
  #silentMs = 0
  #phaseMs = 0

  constructor(box: BlackBox, deadlineMs: number, bark: () => void) {
    this.#box = box
    this.#deadlineMs = deadlineMs
    this.#everyMs = Math.min(250, Math.max(10, deadlineMs / 20))
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
    const { beats, phase } = this.#box
    this.#silentMs = beats === this.#beats ? this.#silentMs + this.#everyMs : 0
    this.#phaseMs = phase === this.#phase ? this.#phaseMs + this.#everyMs : 0
    this.#beats = beats
    this.#phase = phase
    if (phase === 'starting') return this.#phaseMs < startMs + this.#deadlineMs
    if (bounded.includes(phase) && this.#phaseMs >= this.#deadlineMs) return false
    return this.#silentMs < this.#deadlineMs
  }
}
