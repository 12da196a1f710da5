import { experiment } from 'ganglion'
import { expect, test } from 'vitest'

/** singh-tong, Fig. 10, as drawn: weights learned freely, players exchanged. Metrics of laws would refuse weights below 0. */
const fig10 = (learned: 'weights' | 'logits') => ({
  target: { kind: 'mixture', weights: [0.5, 0.5], means: [-0.5, 0.5], deviation: 1 },
  generator: { plugin: 'mixture', learned, weights: [0.5, 0.5], means: [-1, 1] },
  discriminator: { plugin: 'interval', crossing: 'none', left: [-0.75, 1], right: [0.75, 0] },
  dynamics: { plugin: 'blockwise', generatorRate: 0.1, discriminatorRate: 0.1 },
  mirrored: true,
  metrics: ['mean-distance'],
  detectors: [
    { plugin: 'convergence', signal: 'mean-distance' },
    'oscillation',
    'wrong-order',
    'weight-escape',
  ],
  steps: 3000,
})

test('weights that are learned freely escape, and oscillate', async () => {
  const { events, final } = await experiment(fig10('weights')).done
  expect(events['oscillation']).toBeGreaterThan(0)
  expect(events['weight-escape']).toBe(1)
  expect(events['convergence'] ?? 0).toBe(0)
  const weights = final.signals['generator.weights']!.numbers
  expect(Math.abs(weights[0]! + 2.43)).toBeLessThan(0.02)
  expect(Math.abs(weights[1]! - 0.83)).toBeLessThan(0.02)
})

test('the escape comes before step 150, at its first step', async () => {
  const run = experiment(fig10('weights'), { steps: 150 })
  const seen: [string, number][] = []
  for await (const event of run.events) seen.push([event.event, event.step])
  expect(seen).toEqual([['weight-escape', 44]])
})

test('weights behind logits never escape', async () => {
  const { events } = await experiment(fig10('logits')).done
  expect(events['weight-escape'] ?? 0).toBe(0)
})
