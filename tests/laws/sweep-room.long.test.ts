import { exact } from '@ganglion/kernels'
import { layer } from '@ganglion/plan'
import { encodeChunk, planSweep, playChunk } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const mebibyte = 2 ** 20

test('where memory is full members play in smaller ensembles, and the table is the same', async () => {
  const { presets } = await registry.papers.becker2022()
  const over = {
    discriminator: { features: 16_000 },
    steps: 3,
    every: 3,
    sweep: { groups: { sigma: { values: [1] } }, trials: 32 },
  }
  const config = await layer([presets['fig3-d2-features']!.config, over], registry)
  const plan = await planSweep(config, registry, 32)
  const rows = async (ensemble: number): Promise<Buffer> =>
    Buffer.from(encodeChunk(await playChunk(plan, plan.chunks[0]!, { ensemble })))
  const whole = await rows(8)
  // All of it but a little is taken by somebody else.
  const held: Float64Array[] = []
  for (const size of [64, 16, 4, 1])
    for (;;) {
      try {
        held.push(exact.allocate((size * mebibyte) / 8))
      } catch {
        break
      }
    }
  held.splice(-24)
  held.splice(0, 1)
  expect(Buffer.compare(await rows(32), whole)).toBe(0)
  expect(held.length).toBeGreaterThan(0)
}, 300_000)
