import { Session } from 'node:inspector/promises'
import { plannedSweep } from './timed-sweep.ts'
import { playChunk } from '../../packages/sweep/src/play-chunk.ts'
const plan = await plannedSweep(16384)
await playChunk(plan, plan.chunks[0]!, {})
const s = new Session()
s.connect()
await s.post('HeapProfiler.startSampling', {
  samplingInterval: 4096,
  includeObjectsCollectedByMajorGC: true,
  includeObjectsCollectedByMinorGC: true,
} as never)
await playChunk(plan, plan.chunks[1]!, {})
const { profile } = (await s.post('HeapProfiler.stopSampling')) as any
const self = new Map<string, number>()
const walk = (n: any, path: string) => {
  const c = n.callFrame
  const k = c.functionName + ' ' + c.url.split('/').slice(-3).join('/') + ':' + c.lineNumber
  self.set(k, (self.get(k) ?? 0) + n.selfSize)
  for (const x of n.children) walk(x, k)
}
walk(profile.head, '')
let tot = 0
for (const v of self.values()) tot += v
console.log('total MB', tot / 1e6)
for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 30))
  console.log((v / 1e6).toFixed(2), k)
