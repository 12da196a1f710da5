import { plannedSweep } from './timed-sweep.ts'
import { createExperiment } from '@ganglion/engine'
import { ownNumbers } from '@ganglion/sweep'
import { signedZeros } from '../../packages/numerics/src/zeros.ts'
import { totalVariation } from '../../packages/numerics/src/total-variation.ts'
const plan = await plannedSweep(16384)
const g = plan.groups[0]!
const frames: any[] = []
const live = createExperiment(
  { ...g.plan, members: 4096 },
  { firstMember: 40960, own: ownNumbers(g, 40960, 45056) },
)
live.frames$.subscribe((f) => frames.push(f))
await live.done
for (const f of frames) {
  const m = f.signals['generator.means'].numbers,
    t = f.signals['target.means'].numbers
  const mem = f.members
  const pairs = Array.from({ length: mem }, (_, k) => [m[k], m[mem + k]])
  const target = { weights: [0.5, 0.5], means: [t[0], t[mem]], deviation: 1 }
  const distinct = new Set(pairs.map((p) => p.join())).size
  for (let r = 0; r < 3; r++) {
    const s = performance.now()
    for (const p of pairs)
      signedZeros(target, { weights: [0.5, 0.5], means: p as number[], deviation: 1 })
    console.log(
      f.step,
      'distinct',
      distinct,
      'us per signedZeros',
      (((performance.now() - s) * 1e3) / mem).toFixed(2),
    )
  }
  if (process.argv[2]) {
    const c = globalThis as any
    c.n = 0
    c.r = 0
    for (const p of pairs)
      signedZeros(target, { weights: [0.5, 0.5], means: p as number[], deviation: 1 })
    console.log('logRatio per', c.n / mem, 'refines', c.r / mem)
  }
}
{
  const a = frames[1].signals['generator.means'].numbers,
    b = frames[2].signals['generator.means'].numbers
  let same = 0
  for (let k = 0; k < 4096; k++) if (a[k] === b[k] && a[4096 + k] === b[4096 + k]) same++
  console.log('same', same / 4096)
}
