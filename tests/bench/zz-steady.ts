import { plannedSweep } from '/tmp/lead/tests/bench/timed-sweep.ts'
import { playChunk } from '/tmp/lead/packages/sweep/src/play-chunk.ts'
const size = Number(process.argv[2] ?? 16384)
const ens = process.argv[3] ? Number(process.argv[3]) : undefined
const n = Number(process.argv[4] ?? 8)
const t00 = performance.now()
const plan = await plannedSweep(size)
console.log('plan', performance.now() - t00)
for (const chunk of plan.chunks.slice(0, n)) {
  ;(globalThis as any).kt = 0
  const t0 = performance.now()
  await playChunk(plan, chunk, ens ? { ensemble: ens } : {})
  const t = performance.now() - t0
  console.log(
    (((globalThis as any).kt * 1e6) / (chunk.to - chunk.from) / 3000).toFixed(2),
    ((t * 1e6) / (chunk.to - chunk.from) / 3000).toFixed(2),
  )
}
