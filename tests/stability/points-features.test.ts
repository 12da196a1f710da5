import { prepare } from 'ganglion/prepare'
import { analyse, JointMap, reached } from '@ganglion/stability'
import { expect, test } from 'vitest'
import { apart, differences } from './differences.ts'

const game = (set: Record<string, unknown> = {}) =>
  prepare({
    generator: { plugin: 'points', points: 3, dimensions: 2 },
    discriminator: { plugin: 'features', features: 12, dimensions: 2, lambda: 0.05 },
    target: { kind: 'ring', points: 3, radius: 1 },
    objective: 'mean-difference',
    dynamics: { plugin: 'alternating', generatorRate: 0.05, discriminatorRate: 0.05 },
    steps: 100,
    seed: 2,
    detectors: [],
    metrics: [],
    ...set,
  })

test('points x features: what the points do not feel decays by the ridge alone', async () => {
  const plan = await game()
  const point = await reached(plan, 60)
  const { linearisation, eigenvalues } = analyse(plan, point, 'step')
  const map = new JointMap(plan)
  expect(apart(linearisation.jacobian, differences(map, point))).toBeLessThan(1e-7)
  // Six coordinates of points move at most six directions of theta.
  const alone = eigenvalues.filter(
    ({ re, im }) => Math.abs(re - (1 - 0.05 * 0.05)) < 1e-12 && im === 0,
  )
  expect(alone.length).toBeGreaterThanOrEqual(6)
})

test('a member whose target is its own is analysed against that target', async () => {
  const target = { kind: 'sphere', points: 3, dimensions: 2, radius: 1, draw: 'member' }
  const plan = await game({ target })
  const map = new JointMap(plan)
  const at = (step: number) => reached(plan, step, { firstMember: 7 })
  const before = await at(20)
  const { jacobian, next } = map.linearised(before)
  expect(apart(jacobian, differences(map, before))).toBeLessThan(1e-7)
  expect(next).toEqual(map.vector(await at(21)))
  // The same map knows other members too.
  const others = await reached(plan, 20)
  expect(map.vector(map.next(others))).toEqual(map.vector(await reached(plan, 21)))
  expect(others.players.generator.state).not.toEqual(before.players.generator.state)
})

test('the exact kernel is refused: its state grows', async () => {
  const plan = await game({ discriminator: { plugin: 'kernel', dimensions: 2 } })
  expect(() => new JointMap(plan).linearised({ member: 0 } as never)).toThrow(
    /kernel grows from step/,
  )
})
