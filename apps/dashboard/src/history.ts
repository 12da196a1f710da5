/** The most points a history keeps. */
const historyLimit = 2000

/** Keeps the whole of a run in few points: when it is full, every second point goes and the gaps double. */
export class History<T extends { readonly step: number }> {
  readonly #limit: number
  #points: T[] = []
  #gap = 1

  constructor(limit: number = historyLimit) {
    this.#limit = limit
  }

  get points(): readonly T[] {
    return this.#points
  }

  /** Whether a point at this step would be kept. */
  wants(step: number): boolean {
    const last = this.#points.at(-1)
    return !last || step - last.step >= this.#gap
  }

  push(point: T): void {
    if (!this.wants(point.step)) return
    this.#points.push(point)
    while (this.#points.length > this.#limit) {
      this.#gap *= 2
      this.#points = this.#points.filter((_, index) => index % 2 === 0)
    }
  }
}
