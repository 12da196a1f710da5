import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { manifestOf, RunFolder, startSweep, threads } from '@ganglion/sweep'
import { plannedSweep } from './timed-sweep.ts'
const worker = new URL('../../apps/cli/src/sweep-worker.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'ganglion-bench-'))
const cpu0 = process.cpuUsage()
const start = performance.now()
const at = (w: string) => console.log((performance.now() - start).toFixed(0).padStart(7), w)
const plan = await plannedSweep(Number(process.argv[2] ?? 16384))
at('planned')
const manifest = manifestOf(plan, { name: 'bench', target: 'x', plugins: [], version: 'bench' })
const run = await RunFolder.begin(join(folder, 'run'), manifest)
at('folder')
let last = performance.now()
const live = startSweep(plan, run, {
  hire: threads(worker),
  jobs: 1,
  progress: (t) => {
    const now = performance.now()
    at('chunk')
    console.log(
      '   chunk',
      t.committed,
      (((now - last) * 1e6) / 3000 / plan.chunks[0]!.to).toFixed(2),
    )
    last = now
  },
})
const found = await live.done
at('done')
const u = process.cpuUsage(cpu0)
console.log('cpu', (((u.user + u.system) * 1e3) / 3000 / plan.members).toFixed(2))
console.log((((performance.now() - start) * 1e6) / 3000 / plan.members).toFixed(2))
rmSync(folder, { recursive: true })
