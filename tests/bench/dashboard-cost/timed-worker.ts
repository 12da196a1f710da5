// The thread of an engine that times itself: as the dashboard's, or (`alone`) without anybody who listens.
import { writeFileSync } from 'node:fs'
import { parentPort, threadId, workerData } from 'node:worker_threads'
import type { Cell } from '@ganglion/host'
import { experiment } from 'ganglion'
import { Relay } from '../../../apps/dashboard/src/relay.ts'
import type { EngineMessage, EngineOrder } from '../../../apps/dashboard/src/engine-order.ts'

const { order } = workerData as Cell<EngineOrder>
const { target, options } = order
const { file, alone, from, to } = JSON.parse(process.env['GANGLION_BENCH']!) as {
  readonly file: string
  readonly alone: boolean
  readonly from: number
  readonly to: number
}
const game = experiment(target, options)
if (!alone) {
  const relay = new Relay(game, (report) => parentPort!.postMessage(report), { plan: game.plan })
  parentPort!.on('message', (message: EngineMessage) => relay.obey(message))
}
let start = { wallMs: 0, cpu: process.threadCpuUsage() }
game.frames$.subscribe(({ step }) => {
  if (step === from) {
    start = { wallMs: performance.now(), cpu: process.threadCpuUsage() }
    writeFileSync(`${file}.started`, String(threadId))
  }
  if (step !== to) return
  const { user, system } = process.threadCpuUsage(start.cpu)
  const wallMs = performance.now() - start.wallMs
  writeFileSync(file, JSON.stringify({ wallMs, cpuMs: (user + system) / 1000 }))
  // The run is over when it has been timed, whatever the plan says.
  game.controls.stop()
  if (alone) setTimeout(() => process.exit(), 50)
})
