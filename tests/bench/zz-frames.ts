import { plannedSweep } from './timed-sweep.ts'
import { createExperiment } from '@ganglion/engine'
import { ownNumbers } from '@ganglion/sweep'
const sweep = await plannedSweep(16384)
const g = sweep.groups[0]!
const plan = { ...g.plan, members: 4096, steps: 40, every: 1 }
const own = ownNumbers(g, 40960, 45056)
for (let r = 0; r < 4; r++) {
  const t = performance.now()
  const c = process.cpuUsage()
  const live = createExperiment(plan, { firstMember: 40960, own })
  await live.done
  const u = process.cpuUsage(c)
  console.log(
    'us a member and frame',
    (((performance.now() - t) * 1e3) / 4096 / 41 - 0.033).toFixed(2),
    'cpu',
    ((u.user + u.system) / 4096 / 41 - 0.033).toFixed(2),
  )
}
