import type { Plan } from '@ganglion/core'
import { buildPlan, type Config } from '@ganglion/plan'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** An exact discriminator on the line. */
export const kernel: Config = { plugin: 'kernel', dimensions: 1, capacity: 1024, lambda: 0.1 }
/** Two components against two. */
export const game: Config = {
  target: { kind: 'mixture', means: [-1, 1], weights: [0.25, 0.75] },
  generator: { plugin: 'mixture', means: [-0.5, 0.2] },
  discriminator: kernel,
  steps: 20,
  every: 20,
  metrics: [],
  detectors: [],
}
/** The plan of that game with changes laid over it. */
export const planOf = (...over: Config[]): Promise<Plan> =>
  buildPlan(Object.assign({}, game, ...over) as Config, registry)
