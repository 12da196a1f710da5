import { Worker } from 'node:worker_threads'
import type { Config } from 'ganglion'
import type { EngineMessage, EngineOptions, EngineOrder } from './engine-order.ts'
import type { Command, Feed } from './feed.ts'
import type { Report } from './report.ts'
import { ViewStore } from './view-store.ts'

/** How long a run may take to end by itself before its thread is ended. */
const patienceMs = 300

/** Runs the engine in a thread of its own, so that drawing never slows it. `entry` is the module of the thread. */
export function workerFeed(
  target: string | Config,
  options: EngineOptions = {},
  entry: URL = new URL('./worker.ts', import.meta.url),
): Feed {
  const order: EngineOrder = { target, options }
  // Its output is caught, for it would fall into the screen.
  const worker = new Worker(entry, { workerData: order, stdout: true, stderr: true })
  worker.stdout.resume()
  worker.stderr.resume()
  const store = new ViewStore({ pace: options.pace ?? null })
  const take = (report: Report): void => store.take(report, performance.now())
  const settled = (): boolean => store.view.ending !== null || store.view.problem !== null
  const gone = new Promise<void>((resolve) => {
    worker.on('message', (report: Report) => {
      take(report)
      // Only now may the next one come: a screen that stands still holds up one report.
      worker.postMessage({ type: 'taken' } satisfies EngineMessage)
    })
    worker.on('error', (cause: Error) =>
      take({ problem: `The engine broke off: ${cause.message}` }),
    )
    worker.on('exit', (code) => {
      if (!settled())
        take({
          problem: `The engine ended before the run did (its thread left with code ${code}).`,
        })
      resolve()
    })
  })

  return {
    view: () => store.view,
    subscribe: (listener) => store.subscribe(listener),
    send(command: Command) {
      store.expect(command)
      worker.postMessage(command)
    },
    async close() {
      if (!settled()) {
        worker.postMessage({ type: 'stop' } satisfies Command)
        await Promise.race([gone, ended(store), delay(patienceMs)])
      }
      await worker.terminate()
    },
  }
}

/** Waits for the run to end. */
function ended(store: ViewStore): Promise<void> {
  return new Promise((resolve) => {
    store.subscribe(() => store.view.ending && resolve())
  })
}

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms).unref())
