import { Worker } from 'node:worker_threads'
import { slots, type Order, type Told } from './serve.ts'

/** A sweep whose computing failed: exit code 1 of the command. Everything that was committed stays. */
export class SweepError extends Error {
  override readonly name = 'SweepError'
}

/** A worker as the thread that commits sees it. */
export interface Hand {
  /** Tells it that the chunk that it said last is committed. */
  committed(): void
  /** Ends it, whatever it does. */
  close(): Promise<unknown>
}

/** Starts a worker: what it says goes to `hear`, why it died before its time to `died`. */
export type Hire = (order: Order, hear: (told: Told) => void, died: (error: Error) => void) => Hand

/** Frames are many and die young: room for them spares half of collecting them. */
const young = { maxYoungGenerationSizeMb: 64 }

/** Workers that are plain threads which run a module; it calls `serveSweep`. */
export function threads(entry: URL): Hire {
  return (order, hear, died) => {
    const worker = new Worker(entry, { workerData: order, resourceLimits: young })
    worker.on('message', hear)
    worker.on('error', (error) => died(new SweepError(`a worker failed: ${String(error)}`)))
    worker.on('exit', (code) =>
      died(new SweepError(`a worker ended with exit code ${code} before its work was done`)),
    )
    return {
      committed: () => worker.postMessage('committed'),
      close: () => worker.terminate(),
    }
  }
}

/** Hands on workers at work. */
export interface Crew {
  /** Resolves when all workers have ended; rejects with the first failure. */
  readonly done: Promise<void>
  /** Lets every worker finish its chunk. */
  stop(): void
}

/** Starts so many workers. Each chunk is given to `commit`, one after the other; its worker hears when that is done. */
export function startWorkers(
  hire: Hire,
  order: Omit<Order, 'shared'>,
  count: number,
  commit: (chunk: number, bytes: Uint8Array) => Promise<void>,
): Crew {
  const counters = new Int32Array(new SharedArrayBuffer(4 * slots.count))
  const stop = (): void => void Atomics.store(counters, slots.stop, 1)
  const shared = counters.buffer
  let queue = Promise.resolve()
  let failure: Error | null = null
  const fail = (error: Error): void => {
    failure ??= error
    stop()
  }
  const work = async (): Promise<void> => {
    const seat: { hand: Hand | null; over: boolean } = { hand: null, over: false }
    await new Promise<void>((resolve) => {
      const hear = (told: Told): void => {
        if (told.type !== 'chunk') {
          seat.over = true
          if (told.type === 'failed')
            fail(Object.assign(new SweepError(told.message), { name: told.name }))
          return resolve()
        }
        queue = queue
          .then(() => (failure ? undefined : commit(told.chunk, told.bytes)))
          .catch((error: Error) => fail(unwritten(error, told.bytes.byteLength)))
          .then(() => seat.hand?.committed())
      }
      seat.hand = hire({ ...order, shared }, hear, (error) => {
        // One that has said its last word may go as it likes.
        if (!seat.over) fail(error)
        resolve()
      })
    })
    // What was said last is answered before it is let go.
    await queue
    await seat.hand?.close()
  }
  const done = Promise.all(Array.from({ length: count }, work))
    .then(() => queue)
    .then(() => {
      if (failure) throw failure
    })
  return { done, stop }
}

/** What the disk refused, in words that say what it needs. */
function unwritten(error: Error, bytes: number): Error {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined || error instanceof SweepError) return error
  const why =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? `the disk is full: the next chunk needs ${bytes} bytes`
      : `a chunk cannot be written (${code})`
  return new SweepError(`${why}. Nothing that was committed is lost.`)
}
