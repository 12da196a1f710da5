import { prepare } from 'ganglion/prepare'
import { analyse, modulus, reached } from '@ganglion/stability'
import { expect, test } from 'vitest'
import { radiusOf } from '../../plugins/papers/becker2022/theory/ring.ts'
import { distances, game, ringOf } from './ring-game.ts'

test('the played game comes to the ring as fast as the eigenvalues say', async () => {
  const plan = await game(3)
  const { movingRadius } = analyse(plan, await reached(plan, 0), 'equilibrium')
  const off = async (step: number): Promise<number> => {
    const { positions } = (await reached(plan, step)).players.generator.state
    const all = distances(plan, positions!)
    return Math.max(...all) - Math.min(...all)
  }
  const [early, late] = [await off(1200), await off(1800)]
  expect((late / early) ** (1 / 600)).toBeCloseTo(movingRadius, 4)
})

test('about the last step the eigenvalues are those about the equilibrium that it has come to', async () => {
  const plan = await game(2, 'merging=0.2')
  const last = await reached(plan, 4000)
  const [step, rest] = [analyse(plan, last, 'step'), analyse(plan, last, 'equilibrium')]
  expect(step.eigenvalues).toHaveLength(rest.eigenvalues.length)
  step.eigenvalues.forEach((z, k) =>
    expect(modulus(z)).toBeCloseTo(modulus(rest.eigenvalues[k]!), 6),
  )
})

test('mixtures on the line, stale and unrolled steps', async () => {
  const mixed = await prepare({
    generator: { plugin: 'mixture', components: 2, means: [-0.9, 1.15], weights: [0.5, 0.5] },
    discriminator: { plugin: 'kernel', dimensions: 1, sigma: 1, lambda: 0.5 },
    target: { kind: 'mixture', means: [-1, 1], weights: [0.5, 0.5] },
    objective: 'mean-difference',
    dynamics: { plugin: 'simultaneous', generatorRate: 0.1, discriminatorRate: 0.1 },
    steps: 10,
    detectors: [],
    metrics: [],
  })
  const found = analyse(mixed, await reached(mixed, 0), 'equilibrium')
  const means = Array.from(found.linearisation.at.slice(0, 2))
  means.forEach((x, k) => expect(x).toBeCloseTo([-1, 1][k]!, 9))
  expect(found.verdict).toBe('stable')
  for (const dynamics of ['stale', 'unrolled']) {
    const plan = await game(2, `dynamics=${dynamics}`)
    const at = analyse(plan, await reached(plan, 0), 'equilibrium')
    for (const r of distances(plan, at.linearisation.at))
      expect(r).toBeCloseTo(radiusOf(ringOf(2)), 9)
    expect(at.difference).toBeLessThan(1e-8)
  }
})
