import type { PluginError } from '@ganglion/core'
import { ContainedThread, textOf, type Death, type Limits } from '@ganglion/host'
import type { EngineLine } from './engine-line.ts'
import type { EngineOptions, EngineOrder } from './engine-order.ts'
import type { Report } from './report.ts'

/** The engine in a thread of this process. `entry` is the module of the thread; its death is reported too. */
export function engineThread(
  order: EngineOrder,
  entry: URL,
  report: (report: Report) => void,
): EngineLine {
  let settled = false
  let left: () => void = () => undefined
  const gone = new Promise<void>((resolve) => (left = resolve))
  const tell = (news: Report): void => {
    settled ||= news.ending !== undefined || news.problem !== undefined
    report(news)
  }
  const thread = new ContainedThread<Report>(entry, order, limitsOf(order.options), {
    message: tell,
    died: (error, death) => {
      if (!settled) tell(obituary(error, death, thread.box.suspect() !== null))
      left()
    },
  })
  return {
    send: (message) => thread.send(message),
    gone,
    close: async () => {
      await thread.close()
      left()
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
