// A process in which the engine has its thread: whatever becomes of the dashboard (slow, stopped, killed), the engine runs
// on, and the watchdog over plugins with it. It leaves when the dashboard does.
import { engineThread } from './engine-thread.ts'
import type { EngineMessage, HostOrder } from './engine-order.ts'

process.once('message', ({ order, entry }: HostOrder) => {
  const line = engineThread(order, new URL(entry), (report) => {
    // A dashboard that has just left hears nothing more.
    if (process.connected) process.send!(report, undefined, undefined, () => undefined)
  })
  process.on('message', (message: EngineMessage) => line.send(message))
  process.on('disconnect', () => void line.close().finally(() => process.exit()))
})
