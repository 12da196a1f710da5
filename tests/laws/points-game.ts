import type { Frame, Plan } from '@ganglion/core'
import { buildPlan, type Config } from '@ganglion/plan'
import { expect } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { bitsOf, play } from './game.ts'

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
function targetBits({ signals, members }: Frame, member: number): string {
  const { cells, numbers } = signals['target.positions']!
  const own = Float64Array.from({ length: cells }, (_, c) => numbers[c * members + member]!)
  return Buffer.from(own.buffer).toString('hex')
}

/** Members at once are each alone, bit for bit, and each has a target of its own. */
export async function expectEachAlone(members: number): Promise<void> {
  const together = await play(await planIn10({ members }))
  const one = await planIn10()
  for (let member = 0; member < members; member++) {
    const alone = await play(one, { firstMember: member })
    expect(targetBits(alone.final, 0)).toBe(targetBits(together.final, member))
    expect(bitsOf(alone.final, 0), `member ${member}`).toBe(bitsOf(together.final, member))
  }
  const targets = Array.from({ length: members }, (_, m) => targetBits(together.final, m))
  expect(new Set(targets).size).toBe(members)
}
