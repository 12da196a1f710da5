import type { Frame, Plan } from '@ganglion/core'
import { buildPlan, type Config } from '@ganglion/plan'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const nothing: Config = { metrics: [], detectors: [] }

/** Points against features on a sphere of ten dimensions that each member has for its own. */
export const planIn10 = (...over: Config[]): Promise<Plan> =>
  buildPlan(
    Object.assign(
      {
        target: { kind: 'sphere', points: 3, dimensions: 10, draw: 'member' },
        generator: { plugin: 'points', points: 2, dimensions: 10 },
        discriminator: { plugin: 'features', features: 5, dimensions: 10, sigma: 0.8 },
        dynamics: { plugin: 'simultaneous', generatorRate: 0.3, discriminatorRate: 0.2 },
        steps: 30,
        every: 30,
        seed: 3,
        ...nothing,
      },
      ...over,
    ) as Config,
    registry,
  )

/** The target of one member, bit by bit. */
export function targetBits({ signals, members }: Frame, member: number): string {
  const { cells, numbers } = signals['target.positions']!
  const own = Float64Array.from({ length: cells }, (_, c) => numbers[c * members + member]!)
  return Buffer.from(own.buffer).toString('hex')
}
