import { webAssembly } from './web-assembly.ts'

/** WebAssembly counts memory in pages of this many bytes. */
const page = 65_536
/** 1 GiB. */
const maximum = 16_384

/**
 * The memory of all kernels of a thread. It is shared, so that growing detaches no array; arrays that nobody holds any
 * more give their place back.
 */
class Memory {
  readonly memory = new webAssembly.Memory({ initial: 16, maximum, shared: true })
  readonly #known = new WeakSet<ArrayBufferLike>()
  readonly #free = new Map<number, number[]>()
  readonly #returned = new FinalizationRegistry<{ at: number; size: number }>((place) =>
    this.#give(place),
  )
  /** The buffer of the last array: mostly that of all. */
  #newest: ArrayBufferLike | null = null
  #gaps = 0
  #next = page

  /** Zeros, at an address that is a multiple of 64. Throws a RangeError when 1 GiB is full. */
  allocate(length: number): Float64Array {
    const place = this.#place(sizeClass(length * 8))
    this.#newest = this.memory.buffer
    this.#known.add(this.#newest)
    const array = new Float64Array(this.memory.buffer, place.at, length).fill(0)
    this.#returned.register(array, place)
    return array
  }

  /** Whether an array lies in this memory. */
  holds(array: Float64Array): boolean {
    return array.buffer === this.#newest || this.#known.has(array.buffer)
  }

  #place(size: number): { readonly at: number; readonly size: number } {
    const at = this.#free.get(size)?.pop() ?? this.#fresh(size)
    if (at !== null) return { at, size }
    // Nothing of this size is left: a piece of a larger place will do.
    const larger = [...this.#free].filter(([of, places]) => of > size && places.length > 0)
    const found = larger.sort(([a], [b]) => a - b)[0]
    if (!found)
      throw new RangeError(
        `kernels may use ${(maximum * page) / 1_048_576} MiB, which is full: play fewer members at once`,
      )
    const place = found[1].pop()!
    this.#give({ at: place + size, size: found[0] - size })
    return { at: place, size }
  }

  #give({ at, size }: { readonly at: number; readonly size: number }): void {
    const free = this.#free.get(size)
    if (free) free.push(at)
    else this.#free.set(size, [at])
  }

  /** A place that was never taken; null where there is no more. */
  #fresh(size: number): number | null {
    // Arrays a power of two apart would share a few places of the cache: each begins at another offset in its page.
    const gap = size < 4096 ? 0 : 64 * (this.#gaps++ % 61)
    const at = this.#next + gap
    const lacking = at + size - this.memory.buffer.byteLength
    if (lacking > 0 && !this.#grows(lacking)) return null
    this.#next = at + size
    return at
  }

  #grows(lacking: number): boolean {
    const have = this.memory.buffer.byteLength / page
    const wanted = Math.max(Math.ceil(lacking / page), Math.min(have, maximum - have))
    if (have + wanted > maximum) return false
    this.memory.grow(wanted)
    return true
  }
}

/** Few different sizes, so that a place given back fits the next array: multiples of 64, then of an eighth of a power of 2. */
function sizeClass(bytes: number): number {
  let grain = 64
  while (grain * 16 < bytes) grain *= 2
  return Math.max(64, Math.ceil(bytes / grain) * grain)
}

/** The one memory of this thread. */
export const memory = new Memory()
