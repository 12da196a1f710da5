import { Worker } from 'node:worker_threads'
import { slots, type Order, type Told } from './serve.ts'

/** A sweep whose computing failed: exit code 1 of the command. Everything that was committed stays. */
export class SweepError extends Error {
  override readonly name = 'SweepError'
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
  entry: URL,
  order: Omit<Order, 'shared'>,
  count: number,
  commit: (chunk: number, bytes: Uint8Array) => Promise<void>,
): Crew {
  const shared = new Int32Array(new SharedArrayBuffer(4 * slots.count))
  const stop = (): void => void Atomics.store(shared, slots.stop, 1)
  let queue = Promise.resolve()
  let failure: Error | null = null
  const fail = (error: Error): void => {
    failure ??= error
    stop()
  }
  const crew = Array.from({ length: count }, () => {
    const worker = new Worker(entry, { workerData: { ...order, shared: shared.buffer } })
    let ended = false
    worker.on('message', (told: Told) => {
      if (told.type === 'done') ended = true
      else if (told.type === 'failed') {
        ended = true
        fail(Object.assign(new SweepError(told.message), { name: told.name }))
      } else {
        queue = queue
          .then(() => (failure ? undefined : commit(told.chunk, told.bytes)))
          .catch((error: Error) => fail(unwritten(error, told.bytes.byteLength)))
          .then(() => worker.postMessage('committed'))
      }
    })
    return new Promise<void>((resolve) => {
      worker.on('error', (error) => fail(new SweepError(`a worker failed: ${String(error)}`)))
      worker.on('exit', (code) => {
        if (!ended)
          fail(new SweepError(`a worker ended with exit code ${code} before its work was done`))
        resolve()
      })
    })
  })
  const done = Promise.all(crew)
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
