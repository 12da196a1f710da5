import { buildPlan } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const points = {
  target: { kind: 'ring', points: 3, radius: 1 },
  generator: { plugin: 'points', points: 3, dimensions: 2 },
  discriminator: { plugin: 'features', features: 4, dimensions: 2 },
}
const mixtures = {
  target: { kind: 'mixture', means: [-1, 1], weights: [0.5, 0.5], deviation: 1 },
  generator: { plugin: 'mixture', components: 2, weights: [0.5, 0.5] },
  discriminator: { plugin: 'interval', intervals: 2 },
}

test('where nothing is named, what the laws cannot tell is not watched', async () => {
  const [ring, pair] = [await buildPlan(points, registry), await buildPlan(mixtures, registry)]
  const metrics = ({ config }: typeof ring) => config['metrics'] as string[]
  const detectors = ({ config }: typeof ring) => config['detectors'] as string[]
  expect(metrics(ring)).toContain('wasserstein')
  expect(metrics(ring)).not.toContain('mean-distance')
  expect(metrics(pair)).toContain('mean-distance')
  expect(metrics(pair)).not.toContain('wasserstein')
  expect(detectors(ring)).toContain('approximate-mode-collapse')
  expect(detectors(ring)).not.toContain('wrong-order')
  expect(detectors(pair)).toContain('wrong-order')
  expect(detectors(pair)).not.toContain('approximate-mode-collapse')
  expect(ring.metrics.map((m) => m.name)).toEqual(metrics(ring))
  expect(ring.detectors.length).toBe(detectors(ring).length)
})

test('what is named is watched, whether the laws tell it or not', async () => {
  const plan = await buildPlan({ ...points, metrics: ['mean-distance'], detectors: [] }, registry)
  expect(plan.metrics.map((m) => m.name)).toEqual(['mean-distance'])
})

test('detectors begin with the signals that points have, unless another is named', async () => {
  const needs = async (detectors: unknown[]) =>
    (await buildPlan({ ...points, detectors }, registry)).detectors.map((d) => d.needs)
  expect(await needs(['divergence', 'convergence'])).toEqual([['generator.positions'], ['w2']])
  expect(await needs([{ plugin: 'convergence', signal: 'w1' }])).toEqual([['w1']])
  const [plain] = (await buildPlan({ ...mixtures, detectors: ['divergence'] }, registry)).detectors
  expect(plain!.needs).toEqual(['generator.means'])
})
