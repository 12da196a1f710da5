// Opens an engine that times itself: alone, or under a dashboard that draws as ever or once a second.
import { writeFileSync } from 'node:fs'
import { liveFeed, openDashboard } from '../../../apps/dashboard/src/index.ts'

const { file, alone, slow, to } = JSON.parse(process.env['GANGLION_BENCH']!) as {
  readonly file: string
  readonly alone: boolean
  readonly slow: boolean
  readonly to: number
}
const entry = new URL('./timed-worker.ts', import.meta.url)
const feed = liveFeed('li2017/fig1b', { set: [`steps=${to + 1}`], pace: null }, entry)
writeFileSync(`${file}.pid`, String(process.pid))

let from = { wallMs: 0, cpu: process.cpuUsage() }
feed.subscribe(() => {
  if (from.wallMs === 0 && feed.view().frame) {
    from = { wallMs: performance.now(), cpu: process.cpuUsage() }
    if (slow)
      setInterval(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 950), 50)
  }
})
if (alone) {
  await new Promise<void>((resolve) => {
    feed.subscribe(() => feed.view().problem !== null && resolve())
  })
  await feed.close()
} else {
  await openDashboard(feed, {
    title: 'li2017/fig1b',
    steps: to + 1,
    color: true,
    exitWhenDone: true,
    onQuit: () => undefined,
  })
  const { user, system } = process.cpuUsage(from.cpu)
  const share = (user + system) / 1000 / (performance.now() - from.wallMs)
  writeFileSync(`${file}.share`, String(share))
}
process.exit()
