import type { Trace } from '@ganglion/core'

/** What a thread that plays a stranger's plugin is doing. */
export type Phase = 'starting' | 'loading' | 'preparing' | 'running' | 'ended'

/** Where plugin code runs, or ran last. */
export interface Spot {
  readonly plugin: string
  readonly port: string
  readonly step: number
}

const phases: readonly Phase[] = ['starting', 'loading', 'preparing', 'running', 'ended']

/** Cells of the shared memory. */
const cell = {
  beats: 0,
  phase: 1,
  depth: 2,
  named: 3,
  bytes: 4,
  dropped: 5,
  calls: 6,
  here: 8,
  suspect: 16,
}
const cells = 24
const nameBytes = 16 * 1024
/** Nested calls remembered; deeper ones count as the deepest. */
const deepest = 64

/**
 * Memory that two threads share: one writes where plugin code runs, the other reads it when the first says nothing more.
 * Names stand in it as text, so that nothing has to be delivered once a thread hangs.
 */
export class BlackBox implements Trace {
  readonly memory: SharedArrayBuffer
  readonly #cells: Int32Array
  readonly #text: Uint8Array
  readonly #numbers = new Map<string, number>()
  readonly #suspects = new Set<number>()
  readonly #stack = new Int32Array(deepest * 3)
  #depth = 0

  /** A new box, or the one that the other thread made. */
  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(cells * 4 + nameBytes)) {
    this.memory = memory
    this.#cells = new Int32Array(memory, 0, cells)
    this.#text = new Uint8Array(memory, cells * 4)
  }

  name(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#write(text)
    this.#numbers.set(text, number)
    return number
  }

  /** This plugin comes from a stranger: what happens outside of every call is laid at its door. */
  distrust(plugin: string): void {
    this.#suspects.add(this.name(plugin))
  }

  enter(plugin: number, port: number, step: number): void {
    if (this.#depth < deepest) {
      const at = this.#depth * 3
      this.#stack[at] = plugin
      this.#stack[at + 1] = port
      this.#stack[at + 2] = step
    }
    this.#depth++
    this.#show(cell.here, plugin, port, step)
    if (this.#suspects.has(plugin)) this.#show(cell.suspect, plugin, port, step)
    this.#cells[cell.depth] = this.#depth
    this.#cells[cell.calls] = (this.#cells[cell.calls]! + 1) | 0
  }

  leave(): void {
    this.#depth--
    const at = Math.min(this.#depth, deepest) * 3 - 3
    if (at >= 0) this.#show(cell.here, this.#stack[at]!, this.#stack[at + 1]!, this.#stack[at + 2]!)
    this.#cells[cell.depth] = this.#depth
    this.#cells[cell.calls] = (this.#cells[cell.calls]! + 1) | 0
  }

  /** The event loop goes round. */
  beat(): void {
    this.#cells[cell.beats] = (this.#cells[cell.beats]! + 1) | 0
  }

  /** Grows, and comes round, as long as the event loop does. */
  get beats(): number {
    return Atomics.load(this.#cells, cell.beats)
  }

  /** Grows, and comes round, with every call of plugin code and every return. */
  get calls(): number {
    return Atomics.load(this.#cells, cell.calls)
  }

  /** Whether plugin code runs at this moment. */
  get inside(): boolean {
    return Atomics.load(this.#cells, cell.depth) > 0
  }

  get phase(): Phase {
    return phases[Atomics.load(this.#cells, cell.phase)] ?? 'starting'
  }

  set phase(phase: Phase) {
    Atomics.store(this.#cells, cell.phase, phases.indexOf(phase))
  }

  /** Bytes of output that were too many to keep. */
  get dropped(): number {
    return Atomics.load(this.#cells, cell.dropped)
  }

  /** Counts output that is not kept; stops at two thousand million. */
  drop(bytes: number): void {
    Atomics.store(this.#cells, cell.dropped, Math.min(this.dropped + bytes, 0x7fff_ffff))
  }

  /** Where plugin code runs at this moment; null between two calls. */
  running(): Spot | null {
    return this.inside ? this.#spot(cell.here) : null
  }

  /** Where a stranger's plugin ran last; null if it never did. */
  suspect(): Spot | null {
    return this.#spot(cell.suspect)
  }

  #show(at: number, plugin: number, port: number, step: number): void {
    this.#cells[at] = plugin
    this.#cells[at + 1] = port
    this.#cells[at + 2] = step
  }

  #spot(at: number): Spot | null {
    const [plugin, port, step] = [0, 1, 2].map((k) => Atomics.load(this.#cells, at + k))
    if (!plugin || !port) return null
    const names = this.#names()
    return {
      plugin: names[plugin - 1] ?? 'a plugin',
      port: names[port - 1] ?? 'a port',
      step: step ?? 0,
    }
  }

  /** Numbers begin at 1; 0 is nobody. What no longer fits gets a number without a name. */
  #write(text: string): number {
    const bytes = new TextEncoder().encode(`${text.replaceAll('\n', ' ').slice(0, 256)}\n`)
    const [used, number] = [this.#cells[cell.bytes]!, this.#cells[cell.named]! + 1]
    if (used + bytes.length <= nameBytes) {
      this.#text.set(bytes, used)
      Atomics.store(this.#cells, cell.bytes, used + bytes.length)
    }
    Atomics.store(this.#cells, cell.named, number)
    return number
  }

  #names(): string[] {
    // A decoder refuses shared memory: a copy it is.
    const text = this.#text.slice(0, Atomics.load(this.#cells, cell.bytes))
    return new TextDecoder().decode(new Uint8Array(text)).split('\n').slice(0, -1)
  }
}
