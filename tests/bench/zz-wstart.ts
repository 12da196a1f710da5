import { Worker } from 'node:worker_threads'
const t = performance.now()
const w = new Worker(new URL('./zz-worker.ts', import.meta.url), {
  resourceLimits: { maxYoungGenerationSizeMb: 64 },
})
w.on('exit', () => console.log('main', (performance.now() - t).toFixed(0)))
