import type { Config } from 'ganglion'
import type { EngineOptions } from './engine-order.ts'
import type { Feed } from './feed.ts'
import { restartableFeed } from './restartable-feed.ts'
import { workerFeed } from './worker-feed.ts'

/** An engine in a thread of its own, which can be begun again. `entry` is the module of the thread. */
export function liveFeed(target: string | Config, options: EngineOptions = {}, entry?: URL): Feed {
  return restartableFeed((changed) => workerFeed(target, changed, entry), options)
}
