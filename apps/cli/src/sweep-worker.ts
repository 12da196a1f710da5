// The thread in which chunks of a sweep are computed that has no plugins of strangers.
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Order } from '@ganglion/sweep'

// Before the modules that it is for: half of a worker's start is compiling them.
enableCompileCache()
const [{ handedOver, serveSweep }, { registryWith }] = await Promise.all([
  import('@ganglion/sweep'),
  import('ganglion/prepare'),
])
const port = parentPort!
await serveSweep(workerData as Order, registryWith, {
  say: (told) => port.postMessage(told, handedOver(told)),
  committed: () => new Promise((resolve) => port.once('message', () => resolve())),
})
