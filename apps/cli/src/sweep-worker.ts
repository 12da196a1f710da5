// The thread in which chunks of a sweep are computed that has no plugins of strangers.
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { serveSweep, type Order } from '@ganglion/sweep'
import { registryWith } from 'ganglion/prepare'

enableCompileCache()
const port = parentPort!
await serveSweep(workerData as Order, registryWith, {
  say: (told) => port.postMessage(told),
  committed: () => new Promise((resolve) => port.once('message', () => resolve())),
})
