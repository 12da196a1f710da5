import { Worker } from 'node:worker_threads'

const deadlineMs = 20_000

/** What a worker answers first; rejects when it throws, ends without an answer or takes too long. */
export async function inWorker(file: URL, workerData: object): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const worker = new Worker(file, { workerData })
  const late = setTimeout(
    () => reject(new Error(`no answer from the worker after ${deadlineMs / 1000} s`)),
    deadlineMs,
  )
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the worker ended with code ${code}, unasked`)))
  try {
    return await promise
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
