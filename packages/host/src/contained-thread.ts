import { Worker } from 'node:worker_threads'
import { PluginError } from '@ganglion/core'
import { BlackBox } from './black-box.ts'
import { deathOf, type Death } from './death.ts'
import { Watchdog } from './watchdog.ts'

/** What a stranger's plugin is allowed. */
export interface Limits {
  /** How long plugin code may take to come back, in milliseconds: 10 000. The same for loading it. Infinity for no watch. */
  readonly deadlineMs?: number
  /** Heap of its thread in megabytes: 512; null for as much as Node gives. Buffers outside of the heap are not limited. */
  readonly memoryMb?: number | null
}

/** The limits where none are given. */
export const limits = { deadlineMs: 10_000, memoryMb: 512 } as const

/** What a contained thread finds in its `workerData`. */
export interface Cell<Order> {
  readonly order: Order
  readonly box: SharedArrayBuffer
}

/** Who hears of a contained thread. */
export interface Listener<Message> {
  readonly message: (message: Message) => void
  /** It has died before its time: why and where, and in which way. Called once; no message follows. */
  readonly died: (error: PluginError, death: Death) => void
}

/** A thread with limits and a watchdog. */
export class ContainedThread<Message> {
  readonly box = new BlackBox()
  readonly #worker: Worker
  readonly #watchdog: Watchdog
  readonly #listener: Listener<Message>
  #open = true

  constructor(entry: URL, order: unknown, limited: Limits, listener: Listener<Message>) {
    const { deadlineMs = limits.deadlineMs, memoryMb = limits.memoryMb } = limited
    this.#listener = listener
    this.#worker = new Worker(entry, {
      workerData: { order, box: this.box.memory } satisfies Cell<unknown>,
      ...(memoryMb === null ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
      stdout: true,
      stderr: true,
    })
    // What the thread did not catch itself must not fall into the terminal.
    this.#worker.stdout.resume()
    this.#worker.stderr.resume()
    const die = (death: Death): void => this.#die(death, { deadlineMs, memoryMb })
    this.#worker.on('message', (message: Message) => this.#hear(message, die))
    this.#worker.on('error', (cause: unknown) => die({ type: 'error', cause }))
    this.#worker.on('exit', (code) => die({ type: 'exit', code }))
    this.#watchdog = new Watchdog(this.box, deadlineMs, () => die({ type: 'hang' }))
  }

  send(message: unknown): void {
    if (this.#open) this.#worker.postMessage(message)
  }

  /** Ends the thread; nothing is heard of it any more. */
  async close(): Promise<void> {
    this.#open = false
    this.#watchdog.rest()
    await this.#worker.terminate()
  }

  /** A plugin may speak on this line too: what makes no sense is its fault, not the end of this side. */
  #hear(message: Message, die: (death: Death) => void): void {
    if (!this.#open) return
    try {
      this.#listener.message(message)
    } catch (cause) {
      die({ type: 'error', cause })
    }
  }

  #die(death: Death, allowed: Required<Limits>): void {
    if (!this.#open) return
    const error = deathOf(death, this.box, allowed)
    void this.close()
    this.#listener.died(error, death)
  }
}
