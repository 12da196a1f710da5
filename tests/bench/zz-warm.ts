import { plannedSweep } from './timed-sweep.ts'
import { playChunk } from '../../packages/sweep/src/play-chunk.ts'
const plan = await plannedSweep(16384)
const chunk = plan.chunks[0]!
const cuts = process.argv.slice(2).map(Number)
const t0 = performance.now()
const c0 = process.cpuUsage()
let from = 0
for (const to of [...cuts, 16384]) {
  const t = performance.now()
  await playChunk(plan, { ...chunk, from, to })
  console.log(
    from,
    to,
    (performance.now() - t).toFixed(0),
    'ms',
    (((performance.now() - t) * 1e6) / (to - from) / 3000).toFixed(1),
  )
  from = to
}
const u = process.cpuUsage(c0)
console.log(
  'total',
  (performance.now() - t0).toFixed(0),
  'cpu',
  ((u.user + u.system) / 1000).toFixed(0),
)
