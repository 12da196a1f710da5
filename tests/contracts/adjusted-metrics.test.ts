import { experiment } from 'ganglion'
import { configSchema } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const game = {
  target: { kind: 'ring', points: 4 },
  generator: { plugin: 'points', points: 3 },
  discriminator: { plugin: 'features', features: 4, sigma: 0.5 },
  steps: 2,
  detectors: [],
}

/** The last mmd-middle of a game, and the sigma that its frame tells, if it does. */
async function measured(metric: unknown): Promise<readonly (number | undefined)[]> {
  const { final } = await experiment({ ...game, metrics: [metric] }).done
  return ['mmd-middle', 'discriminator.sigma'].map((name) => final.signals[name]?.numbers[0])
}

test('a metric with options measures by them, and by the width of the discriminator', async () => {
  const [plain, untold] = await measured('mmd')
  const [half] = await measured({ plugin: 'mmd', middle: 0.5 })
  const [own, sigma] = await measured({ plugin: 'mmd', widths: 'discriminator' })
  expect(half).not.toBe(plain)
  expect(own).toBe(half)
  expect([untold, sigma]).toEqual([undefined, 0.5])
})

test.each([
  [{ plugin: 'mmd', midle: 1 }, /metrics\[0\].*no option 'midle'/],
  [{ plugin: 'mmd', middle: -1 }, /metrics\[0\].*'middle' must be a number from/],
  [{ plugin: 'wasserstein', order: 1 }, /metrics\[0\].*wasserstein has no options, got order/],
  [{ plugin: 'mdm' }, /metrics\[0\].*did you mean mmd/],
])('%j is refused', async (metric, message) => {
  await expect(measured(metric)).rejects.toThrow(message)
})

test('the schema of configurations knows the options of metrics', async () => {
  const schema = JSON.stringify(await configSchema(registry))
  expect(schema).toContain('"rational-quadratic"')
  expect(schema).toMatch(/"narrow":\{[^}]*"default":0.1/)
})
