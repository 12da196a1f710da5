import { exact } from '@ganglion/kernels'
import { layer } from '@ganglion/plan'
import { encodeChunk, planSweep, playChunk } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { memory } from '../../packages/kernels/src/memory.ts'
import { collectGarbage } from '../../packages/sweep/src/garbage.ts'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const mebibyte = 2 ** 20

/** Bytes of kernels' arrays that somebody holds. */
function watched(): () => Promise<number> {
  let held = 0
  const gone = new FinalizationRegistry<number>((bytes) => (held -= bytes))
  const allocate = memory.allocate.bind(memory)
  memory.allocate = (length) => {
    const array = allocate(length)
    held += array.byteLength
    gone.register(array, array.byteLength)
    return array
  }
  return async () => {
    for (let k = 0; k < 3; k++) await collectGarbage()
    return held
  }
}

test('when a chunk is played, nothing of its games is held any more', async () => {
  const { presets } = await registry.papers.becker2022()
  const over = {
    discriminator: { features: 8000 },
    steps: 3,
    every: 3,
    sweep: { groups: { sigma: { values: [1] } }, trials: 8 },
  }
  const config = await layer([presets['fig3-d2-features']!.config, over], registry)
  const plan = await planSweep(config, registry, 8)
  const held = watched()
  const after: number[] = []
  for (let k = 0; k < 3; k++) {
    await playChunk(plan, plan.chunks[0]!, { ensemble: 2 })
    after.push(await held())
  }
  // Twelve games of some 7 MB each went by; constants of programs stay.
  expect(Math.max(...after)).toBeLessThan(3 * mebibyte)
}, 300_000)

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
  for (;;) {
    try {
      held.push(exact.allocate((16 * mebibyte) / 8))
    } catch {
      break
    }
  }
  held.splice(-2)
  expect(Buffer.compare(await rows(32), whole)).toBe(0)
  expect(held.length).toBeGreaterThan(40)
}, 300_000)
