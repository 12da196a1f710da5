import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layer } from '@ganglion/plan'
import {
  manifestOf,
  planSweep,
  RunFolder,
  startSweep,
  threads,
  type SweepPlan,
} from '@ganglion/sweep'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const target = 'li2017/fig3-regular'
const worker = new URL('../../apps/cli/src/sweep-worker.ts', import.meta.url)

/** Points a side of the grid: that of the paper scale. */
export const side = 41

/** The sweep that is timed: 1681 cells of 120 members, 3000 steps, three frames of each, in chunks of so many members. */
export async function plannedSweep(chunk?: number): Promise<SweepPlan> {
  const { presets } = await registry.papers.li2017()
  const sweep = { cells: { generator: { means: { count: side } } }, trials: 120 }
  const config = await layer([presets['fig3-regular']!.config, { seed: 7, sweep }], registry)
  return planSweep(config, registry, chunk)
}

/** What a whole sweep takes with so many workers, in ms: from its plan over workers, chunks and ledger to the table's checksum. */
export async function timedSweep(jobs: number, chunk?: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ganglion-bench-'))
  const start = performance.now()
  try {
    const plan = await plannedSweep(chunk)
    const manifest = manifestOf(plan, { name: 'bench', target, plugins: [], version: 'bench' })
    const run = await RunFolder.begin(join(folder, 'run'), manifest)
    const found = await startSweep(plan, run, { hire: threads(worker), jobs }).done
    if (!found) throw new Error('the sweep was stopped before its end')
    return performance.now() - start
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
