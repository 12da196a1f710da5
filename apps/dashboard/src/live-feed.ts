import type { Config } from 'ganglion'
import { engineFeed } from './engine-feed.ts'
import type { EngineOptions } from './engine-order.ts'
import { engineProcess } from './engine-process.ts'
import type { Feed } from './feed.ts'
import { restartableFeed } from './restartable-feed.ts'

/**
 * An engine in a process of its own, which can be begun again: neither drawing nor a stopped dashboard slows it. `entry` is
 * the module of the thread in which the engine runs.
 */
export function liveFeed(
  target: string | Config,
  options: EngineOptions = {},
  entry: URL = new URL('./worker.ts', import.meta.url),
): Feed {
  const open = (changed: EngineOptions): Feed => {
    const order = { target, options: changed }
    return engineFeed((report) => engineProcess(order, entry, report), changed.pace ?? null)
  }
  return restartableFeed(open, options)
}
