// The thread in which the engine runs. A failure before the first step is reported in a sentence; later ones end the
// thread, which the other side notices.
import { parentPort, workerData } from 'node:worker_threads'
import { experiment } from 'ganglion'
import type { EngineMessage, EngineOrder } from './engine-order.ts'
import { Relay, sentence } from './relay.ts'
import type { Report } from './report.ts'

const port = parentPort!
const post = (report: Report): void => port.postMessage(report)
const { target, options } = workerData as EngineOrder
try {
  const game = experiment(target, options)
  const relay = new Relay(game, post, { plan: game.plan, pace: options.pace ?? null })
  port.on('message', (message: EngineMessage) => relay.obey(message))
} catch (cause) {
  post({ problem: sentence(cause) })
}
