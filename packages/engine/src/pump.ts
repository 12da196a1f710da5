/** How long the pump plays before it lets timers and other work have their turn. */
const sliceMs = 8

/** Drives steps: as fast as possible, or paced; in slices, so that pause and stop are heard. Time decides when, never what. */
export class Pump {
  readonly #play: () => 'played' | 'waiting' | 'ended'
  #running = false
  #scheduled: ReturnType<typeof setImmediate> | ReturnType<typeof setTimeout> | null = null
  #stepsPerSecond: number | null = null
  #since = 0
  #played = 0

  constructor(play: () => 'played' | 'waiting' | 'ended') {
    this.#play = play
  }

  start(): void {
    if (this.#running) return
    this.#running = true
    this.#restart()
    this.#schedule(0)
  }

  stop(): void {
    this.#running = false
    if (this.#scheduled) {
      clearImmediate(this.#scheduled as ReturnType<typeof setImmediate>)
      clearTimeout(this.#scheduled as ReturnType<typeof setTimeout>)
    }
    this.#scheduled = null
  }

  /** Steps a second, or null for as fast as possible. */
  pace(stepsPerSecond: number | null): void {
    this.#stepsPerSecond = stepsPerSecond
    this.#restart()
  }

  /** A step that waited may go on. */
  wake(): void {
    if (this.#running) this.#schedule(0)
  }

  #restart(): void {
    this.#since = performance.now()
    this.#played = 0
  }

  #schedule(delayMs: number): void {
    if (this.#scheduled) return
    const run = (): void => {
      this.#scheduled = null
      this.#slice()
    }
    this.#scheduled = delayMs > 0 ? setTimeout(run, delayMs) : setImmediate(run)
  }

  #slice(): void {
    const end = performance.now() + sliceMs
    while (this.#running) {
      const behind = this.#behind()
      if (behind < 1)
        return this.#schedule(
          Math.max(1, Math.min(50, ((1 - behind) / this.#stepsPerSecond!) * 1000)),
        )
      const done = this.#play()
      if (done !== 'played') return
      this.#played++
      if ((this.#played & 15) === 0 && performance.now() > end) return this.#schedule(0)
    }
  }

  /** Steps that the pace owes. */
  #behind(): number {
    if (this.#stepsPerSecond === null) return Infinity
    return ((performance.now() - this.#since) / 1000) * this.#stepsPerSecond - this.#played
  }
}
