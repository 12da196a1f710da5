import type { Blocks, Plan } from '@ganglion/core'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { cells, difference, rateOf, table } from './table.ts'

const target: Plan['target'] = {
  kind: 'mixture',
  weights: [0.3, 0.7],
  means: [-0.5, 0.5],
  deviation: 1,
}

/** Intervals against a mixture whose weights are trained, away from where logits begin. */
async function lay(learned: string, geometry: 'coordinate' | 'mass', mirrored: boolean) {
  const [mixture, interval] = [
    await registry.generators.mixture(),
    await registry.discriminators.interval(),
  ]
  const start = { means: [-0.4, 0.6, 1.3], weights: [0.5, 0.1, 0.4] }
  return table({
    target,
    geometry,
    mirrored,
    generator: {
      plugin: mixture,
      sizes: { components: 3 },
      options: { deviation: 1, learned, order: 'free' },
      given: learned === 'logits' ? { ...start, logits: [0.3, -0.2, 0.7] } : start,
    },
    discriminator: {
      plugin: interval,
      sizes: interval.sizes,
      options: { crossing: 'absorb' },
      given: { left: [-1, 0.2], right: [-0.3, 1.5] },
    },
    regularisers: [],
  })
}

type Table = Awaited<ReturnType<typeof lay>>

/** The generator's loss of all members at its present state, after so many steps of a copy of the discriminator. */
function walked({ generator, discriminator }: Table, steps: number): number {
  const measure = generator.measure()
  let blocks: Blocks = discriminator.player.state
  const there = () =>
    discriminator.respond(measure, { at: { type: 'place', of: 'discriminator', blocks } })
  for (let k = 0; k < steps; k++)
    blocks = discriminator.player.displaced(there().ascent, rateOf(0.05), blocks).blocks
  return there().loss.numbers.reduce((a, b) => a + b)
}

const cases = (['weights', 'logits'] as const).flatMap((learned) =>
  [0, 1, 3].flatMap((steps) =>
    [false, true].map((mirrored) => [learned, steps, mirrored] as const),
  ),
)

test.each(cases)(
  'learned %s, %i steps ahead, mirrored %s: what is trained goes down the slope of the loss',
  async (learned, steps, mirrored) => {
    const t = await lay(learned, 'coordinate', mirrored)
    const { critique } = t.discriminator.respond(t.generator.measure(), {
      after: { steps, rate: rateOf(0.05) },
    })
    const { blocks } = t.generator.pull(critique)
    expect(Object.keys(blocks)).toEqual(['means', learned])
    const trained = Object.fromEntries(
      Object.keys(blocks).map((name) => [name, t.generator.player.state[name]!]),
    )
    for (const { name, at, numbers } of cells(trained)) {
      const [got, wanted] = [
        blocks[name]!.numbers[at]!,
        difference(numbers, at, () => walked(t, steps)),
      ]
      expect(Math.abs(got), `${name}[${at}]`).toBeGreaterThan(1e-5)
      expect(Math.abs(got - wanted), `${name}[${at}]: ${got}, ${wanted}`).toBeLessThan(1e-7)
    }
  },
)

test.each(['weights', 'logits'] as const)(
  'learned %s: geometry mass changes how means move, and nothing else',
  async (learned) => {
    const directions = async (geometry: 'coordinate' | 'mass') => {
      const t = await lay(learned, geometry, false)
      const measure = t.generator.measure()
      const { blocks } = t.generator.pull(t.discriminator.respond(measure).critique)
      return { blocks, weights: measure.coordinates['weights']!.numbers }
    }
    const [plain, mass] = [await directions('coordinate'), await directions('mass')]
    expect(mass.blocks[learned]!.numbers).toEqual(plain.blocks[learned]!.numbers)
    mass.blocks['means']!.numbers.forEach((felt, k) =>
      expect(felt * plain.weights[k]!).toBeCloseTo(plain.blocks['means']!.numbers[k]!, 14),
    )
  },
)

test('moving all logits by one number moves nothing', async () => {
  const t = await lay('logits', 'coordinate', false)
  const { critique } = t.discriminator.respond(t.generator.measure())
  const { numbers } = t.generator.pull(critique).blocks['logits']!
  for (const member of [0, 1])
    expect(numbers[member]! + numbers[2 + member]! + numbers[4 + member]!).toBeCloseTo(0, 15)
})
