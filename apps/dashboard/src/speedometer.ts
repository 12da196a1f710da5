const windowMs = 1500

/** Steps a second over the last moments. Time is an argument. */
export class Speedometer {
  #marks: { readonly step: number; readonly atMs: number }[] = []

  mark(step: number, atMs: number): void {
    this.#marks.push({ step, atMs })
    while (this.#marks.length > 2 && atMs - this.#marks[1]!.atMs > windowMs) this.#marks.shift()
  }

  /** Forgets the past: after a pause, what was before says nothing. */
  reset(): void {
    this.#marks = []
  }

  get stepsPerSecond(): number {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)]
    if (!first || !last || last.atMs <= first.atMs) return 0
    return ((last.step - first.step) / (last.atMs - first.atMs)) * 1000
  }
}
