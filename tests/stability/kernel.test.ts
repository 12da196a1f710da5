import { analyse, eigenvalues, modulus, NoJacobian, opened, reached } from '@ganglion/stability'
import { expect, test } from 'vitest'
import { rbf } from '../../plugins/papers/becker2022/theory/kernel.ts'
import { linearised } from '../../plugins/papers/becker2022/theory/linearised.ts'
import { positionsOf, radiusOf } from '../../plugins/papers/becker2022/theory/ring.ts'
import { distances, game, ringOf } from './ring-game.ts'

/** Moduli, the greatest first: rounding may turn pairs. */
const moduli = (rows: readonly Float64Array[]): number[] => eigenvalues(rows).map((z) => modulus(z))

test.each([2, 3] as const)(
  'the exact kernel: Newton finds the ring of %d, its eigenvalues are those of the linearised step',
  async (points) => {
    const ring = ringOf(points)
    for (const lambda of [0.1, 1]) {
      const plan = await game(points, `lambda=${lambda}`)
      const found = analyse(plan, await reached(plan, 0), 'equilibrium')
      const { at, jacobian } = found.linearisation
      for (const r of distances(plan, at)) expect(r).toBeCloseTo(radiusOf(ring), 10)
      const known = linearised({
        kernel: rbf(1),
        truths: [{ at: [0, 0], mass: 0.6 }],
        points: positionsOf(ring, radiusOf(ring)).map((x) => ({ at: x, mass: ring.each })),
        rates: { critic: 0.1, points: 0.1, ridge: lambda },
      })
      // What no point feels fades by 1 - eta lambda, of which the stand-in has more.
      const fading = 1 - 0.1 * lambda
      const felt = (all: readonly number[]): number[] =>
        all.filter((size) => Math.abs(size - fading) > 1e-9)
      const [mine, theirs] = [felt(moduli(jacobian)), felt(moduli(known))]
      expect(mine).toHaveLength(theirs.length)
      mine.forEach((size, k) => expect(size).toBeCloseTo(theirs[k]!, 10))
      expect(found.neutral).toBe(1)
      expect(found.verdict).toBe(lambda === 0.1 ? 'unstable' : 'critical')
      expect(found.difference).toBeLessThan(1e-8)
    }
  },
)

test.each([
  ['simultaneous', 37],
  ['alternating', 37],
  ['simultaneous', 0],
])('%s, step %d: the stand-in takes the step that is played', async (dynamics, step) => {
  const plan = await game(3, 'lambda=0.3', `dynamics=${dynamics}`, 'merging=0')
  const { map, point } = opened(plan, await reached(plan, step), 'step')
  const next = map.next(point).players.generator.state['positions']!
  const played = (await reached(plan, step + 1)).players.generator.state['positions']!
  next.forEach((x, k) => expect(x).toBeCloseTo(played[k]!, 13))
  expect(analyse(plan, await reached(plan, step), 'step').difference).toBeLessThan(1e-8)
})

test('without a ridge nothing rests, and a family that says nothing is refused', async () => {
  const plan = await game(2, 'lambda=0')
  const start = await reached(plan, 0)
  expect(() => analyse(plan, start, 'equilibrium')).toThrow(/kernel forgets nothing/)
  expect(analyse(plan, await reached(plan, 20), 'step').difference).toBeLessThan(1e-8)
  const { grows: _, ...silent } = plan.discriminator.plugin
  const { size, used } = plan.discriminator.plugin.grows!
  const plugin = { ...silent, grows: { size, used } }
  const told = { ...plan, discriminator: { ...plan.discriminator, plugin } }
  expect(() => analyse(told, start, 'step')).toThrow(NoJacobian)
  expect(() => analyse(told, start, 'step')).toThrow(/kernel grows from step/)
})

test('a planted fault is seen: a family that says it keeps more than it does', async () => {
  const plan = await game(2)
  const { plugin } = plan.discriminator
  const sum = { ...plugin.grows!.sum!, keeps: () => 1 }
  const sly = { ...plugin, grows: { ...plugin.grows!, sum } }
  const told = { ...plan, discriminator: { ...plan.discriminator, plugin: sly } }
  const start = await reached(plan, 300)
  const honest = analyse(plan, start, 'step')
  expect(honest.verdict).toBe('stable')
  expect(analyse(told, start, 'step').verdict).not.toBe('stable')
})
