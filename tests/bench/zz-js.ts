import { javascript } from '@ganglion/calculus'
import { prepare } from 'ganglion'
import { bareStep } from './bare-step.ts'
const game = {
  target: { kind: 'ring', points: 4, radius: 1 },
  generator: { plugin: 'points', points: 4, dimensions: 2 },
  discriminator: { plugin: 'features', features: 1000, dimensions: 2 },
  dynamics: { plugin: 'simultaneous', generatorRate: 1e-3, discriminatorRate: 1e-3 },
  objective: 'mean-difference',
  optimizer: 'sgd',
  steps: 1,
}
const step = bareStep(await prepare(game, { members: 1 }), { backend: javascript, rate: 1e-3 })
for (let r = 0; r < 12; r++) {
  const t = performance.now()
  for (let k = 0; k < 200; k++) step()
  console.log((((performance.now() - t) / 200) * 1e3).toFixed(0))
}
