import { enableCompileCache } from 'node:module'
const t0 = performance.now()
console.log('boot', t0.toFixed(0), enableCompileCache())
const [{ serveSweep }, { registryWith }] = await Promise.all([
  import('@ganglion/sweep'),
  import('ganglion/prepare'),
])
console.log('modules', performance.now().toFixed(0))
const { plannedSweep } = await import('./timed-sweep.ts')
const plan = await plannedSweep(16384)
console.log('planned', performance.now().toFixed(0))
const { playChunk } = await import('../../packages/sweep/src/play-chunk.ts')
await playChunk(plan, { ...plan.chunks[0]!, to: 2 })
console.log('2 members', performance.now().toFixed(0))
await playChunk(plan, { ...plan.chunks[0]!, to: 2 })
console.log('2 members', performance.now().toFixed(0))
