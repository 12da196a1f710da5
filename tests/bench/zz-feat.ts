import { exact } from '@ganglion/kernels'
import { prepare } from 'ganglion'
import { bareStep } from './bare-step.ts'
import { least } from './least.ts'
for (const members of [1, 64]) {
  const game = {
    target: { kind: 'ring', points: 4, radius: 1 },
    generator: { plugin: 'points', points: 4, dimensions: 2 },
    discriminator: { plugin: 'features', features: 1000, dimensions: 2 },
    dynamics: { plugin: 'simultaneous', generatorRate: 1e-3, discriminatorRate: 1e-3 },
    objective: 'mean-difference',
    optimizer: 'sgd',
    steps: 1,
  }
  const step = bareStep(await prepare(game, { members }), { backend: exact, rate: 1e-3 })
  const n = Math.max(4, Math.round(400 / members))
  const round = () => {
    for (let k = 0; k < n; k++) step()
  }
  round()
  console.log(members, least(15, round, n * members).toFixed(0))
}
