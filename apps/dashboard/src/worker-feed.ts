import type { PluginError } from '@ganglion/core'
import { ContainedThread, textOf, type Death, type Limits } from '@ganglion/host'
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
  const store = new ViewStore({ pace: options.pace ?? null })
  const take = (report: Report): void => store.take(report, performance.now())
  const settled = (): boolean => store.view.ending !== null || store.view.problem !== null
  let left: () => void = () => undefined
  const gone = new Promise<void>((resolve) => (left = resolve))
  const thread = new ContainedThread<Report>(entry, order, limitsOf(options), {
    message: (report) => {
      take(report)
      // Only now may the next one come: a screen that stands still holds up one report.
      thread.send({ type: 'taken' } satisfies EngineMessage)
    },
    died: (error, death) => {
      if (!settled()) take(obituary(error, death, thread.box.suspect() !== null))
      left()
    },
  })

  return {
    view: () => store.view,
    subscribe: (listener) => store.subscribe(listener),
    send(command: Command) {
      store.expect(command)
      thread.send(command)
    },
    async close() {
      if (!settled()) {
        thread.send({ type: 'stop' } satisfies Command)
        await Promise.race([gone, ended(store), delay(patienceMs)])
      }
      await thread.close()
    },
  }
}

/** Plugins that come along with Ganglion play without limits: a large game may take its time. */
function limitsOf({ plugins = [], deadlineMs, memoryMb }: EngineOptions): Limits {
  if (plugins.length === 0) return { deadlineMs: Infinity, memoryMb: null }
  return {
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
    ...(memoryMb === undefined ? {} : { memoryMb }),
  }
}

/** What the screen says of a thread that has died: a plugin's fault is the end of the run, everything else a problem. */
function obituary(error: PluginError, death: Death, foreign: boolean): Report {
  if (foreign || death.type === 'hang') {
    const ending = { outcome: 'failed', steps: error.step, error: error.message } as const
    return { state: 'failed', ending }
  }
  return death.type === 'error'
    ? { problem: `The engine broke off: ${textOf(death.cause)}` }
    : {
        problem: `The engine ended before the run did (its thread left with code ${death.code}).`,
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
