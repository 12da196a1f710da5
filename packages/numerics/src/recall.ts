/**
 * A memory of results by their arguments, bit by bit: what is looked up is what was kept, or nothing. A newer result takes
 * the place of an older one that falls on the same slot, so it never grows.
 */
export class Recall {
  readonly #width: number
  readonly #mask: number
  readonly #keys: Uint32Array
  readonly #values: Float64Array
  readonly #key: Float64Array
  readonly #words: Uint32Array
  #slot = 0

  /** For so many arguments at most; slots are a power of two. */
  constructor(slots: number, most: number) {
    this.#width = 2 * most
    this.#mask = slots - 1
    this.#keys = new Uint32Array(slots * this.#width)
    this.#values = new Float64Array(slots).fill(NaN)
    this.#key = new Float64Array(most)
    this.#words = new Uint32Array(this.#key.buffer)
  }

  /** Where the arguments are to be written before `find`. Unused places must hold the same number each time. */
  get key(): Float64Array {
    return this.#key
  }

  /** The result that was kept for the key; NaN when there is none. */
  find(): number {
    const words = this.#words
    let hash = 0
    for (let k = 0; k < words.length; k++)
      hash = Math.imul(hash ^ words[k]!, 0x9e3779b1) ^ (hash >>> 15)
    this.#slot = (hash ^ (hash >>> 16)) & this.#mask
    const start = this.#slot * this.#width
    for (let k = 0; k < words.length; k++) if (this.#keys[start + k] !== words[k]) return NaN
    return this.#values[this.#slot]!
  }

  /** Keeps the result of the key that was looked up last. */
  keep(value: number): number {
    this.#keys.set(this.#words, this.#slot * this.#width)
    this.#values[this.#slot] = value
    return value
  }
}
