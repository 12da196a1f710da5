// The thread in which chunks of a sweep are computed that strangers' plugins have a part in.
import { parentPort, workerData } from 'node:worker_threads'
import { BlackBox, catchOutput, type Cell } from '@ganglion/host'
import { serveSweep, type Order, type Told } from '@ganglion/sweep'
import { containedRegistry } from 'ganglion'

/** What this thread says. */
export type Said = Told | { readonly type: 'said'; readonly text: string }

const beatMs = 25

const port = parentPort!
// A plugin that replaces `postMessage` must not be able to silence its own error.
const send = port.postMessage.bind(port)
const say = (said: Said): void => send(said)
const { order, box: memory } = workerData as Cell<Order>
const box = new BlackBox(memory)
let check = (): void => undefined
let answered = (): void => undefined

catchOutput(box, (text) => say({ type: 'said', text }))
setInterval(() => box.beat(), beatMs)
// Listening keeps the thread alive while a plugin waits for what never comes: the other side ends it then.
port.on('message', () => answered())

const registryOf = async (plugins: readonly string[]) => {
  const contained = await containedRegistry(plugins, box)
  check = contained.check
  box.phase = 'running'
  return contained.registry
}
await serveSweep(order, registryOf, {
  say,
  committed: () => new Promise((resolve) => (answered = resolve)),
  trace: box,
  check: () => check(),
})
box.phase = 'ended'
