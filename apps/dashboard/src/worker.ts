// The thread in which the engine runs. A failure before the first step is reported in a sentence; later ones end the
// thread, which the other side notices. With plugins of somebody's own the other side also watches whether they come back.
import { parentPort, workerData } from 'node:worker_threads'
import { PluginError, type Experiment, type Moment, type Plan } from '@ganglion/core'
import { BlackBox, catchOutput, type Cell } from '@ganglion/host'
import { containedGame, experiment } from 'ganglion'
import type { EngineMessage, EngineOptions, EngineOrder } from './engine-order.ts'
import { Relay, sentence } from './relay.ts'
import type { Report } from './report.ts'
import { judgeThread } from './judge-thread.ts'

const beatMs = 25

const port = parentPort!
const post = (report: Report): void => port.postMessage(report)
const { order, box: memory } = workerData as Cell<EngineOrder>
const { target, options } = order
const box = new BlackBox(memory)
/** The curve is a courtesy: it is given up long before the run would be. */
const sketching = {
  ms: Math.min(1000, (options.deadlineMs ?? Infinity) / 3),
  // What was broken off did not say that it left.
  brokenOff: () => {
    while (box.inside) box.leave()
  },
}
setInterval(() => box.beat(), beatMs)
// What plugins print would fall into the screen.
catchOutput(box, () => undefined)

try {
  const { game, plan } = await begin(options)
  const relay = new Relay(game, post, {
    plan,
    pace: options.pace ?? null,
    sketching,
    judging: { moment: () => game.moment(), judge: judgeThread(order) },
  })
  port.on('message', (message: EngineMessage) => relay.obey(message))
} catch (cause) {
  post(refusal(cause))
}

async function begin(options: EngineOptions): Promise<{
  readonly game: Experiment & { moment(): Moment }
  readonly plan: Promise<Plan>
}> {
  if (!options.plugins?.length) {
    box.phase = 'running'
    const game = experiment(target, options)
    return { game, plan: game.plan }
  }
  const { plan, begin } = await containedGame(target, options, box)
  const { pace = null, paused = false } = options
  return { game: begin({ pace, paused }), plan: Promise.resolve(plan) }
}

function refusal(cause: unknown): Report {
  if (!(cause instanceof PluginError)) return { problem: sentence(cause) }
  return { state: 'failed', ending: { outcome: 'failed', steps: 0, error: cause.message } }
}
