import { Session } from 'node:inspector/promises'
import { plannedSweep } from './timed-sweep.ts'
import { playChunk } from '../../packages/sweep/src/play-chunk.ts'
const plan = await plannedSweep(16384)
const s = new Session()
s.connect()
await s.post('Profiler.enable')
await s.post('Profiler.setSamplingInterval', { interval: 500 })
await playChunk(plan, { ...plan.chunks[0]!, from: 0, to: 512 })
async function prof(chunk: any) {
  await s.post('Profiler.start')
  const t = performance.now()
  await playChunk(plan, chunk)
  console.log((performance.now() - t).toFixed(0))
  const { profile: p } = (await s.post('Profiler.stop')) as any
  const id = new Map(p.nodes.map((n: any) => [n.id, n])),
    m = new Map<string, number>()
  p.samples.forEach((x: number, i: number) => {
    const c = (id.get(x) as any).callFrame
    const k = c.functionName + ' ' + c.url.split('/').slice(-3).join('/') + ':' + c.lineNumber
    m.set(k, (m.get(k) ?? 0) + p.timeDeltas[i] / 1000)
  })
  return m
}
const a = await prof({ ...plan.chunks[0]!, from: 512, to: 16384 })
await prof(plan.chunks[1]!)
const b = await prof(plan.chunks[2]!)
for (const [k, v] of [...a]
  .map(([k, v]) => [k, v - (b.get(k) ?? 0)] as const)
  .sort((x, y) => y[1] - x[1])
  .slice(0, 40))
  console.log(v.toFixed(0), (a.get(k) ?? 0).toFixed(0), k)
