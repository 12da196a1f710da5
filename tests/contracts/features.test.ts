import type { Blocks, Direction, Measure, Plan } from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import type { Table } from '../../packages/engine/src/table.ts'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { cells, difference, rateOf, table } from './table.ts'

/** Points against features in so many dimensions, theta drawn so that nothing is 0; unequal masses. */
async function laid(dimensions: number, options: Readonly<Record<string, string>> = {}) {
  const random = cursor(stream(9, 'target'), dimensions)
  const positions = Array.from({ length: 3 }, () =>
    Array.from({ length: dimensions }, () => random.normal()),
  )
  const target: Plan['target'] = { kind: 'points', positions, masses: [0.2, 0.3, 0.5] }
  const [points, features] = [
    await registry.generators.points(),
    await registry.discriminators.features(),
  ]
  return table({
    target,
    generator: {
      plugin: points,
      sizes: { points: 2, dimensions },
      options: {},
      given: { masses: [0.4, 0.6] },
    },
    discriminator: {
      plugin: features,
      sizes: { features: 5, dimensions },
      options: {
        kernel: 'rbf',
        widths: 'one',
        start: 'normal',
        sigma: 1.3,
        lambda: 0.2,
        ...options,
      },
      given: {},
    },
    regularisers: [],
  })
}

const dimensions = [2, 3, 10]
const cases = [
  ...dimensions.map((d) => [d, {}] as const),
  [2, { kernel: 'rational-quadratic' }],
  [2, { widths: 'decades' }],
] as const

const total = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0)
const payoff = ({ discriminator }: Table, measure: Measure): number =>
  total(discriminator.respond(measure).payoff.numbers)

const near = (got: number, wanted: number, what: string, tolerance = 1e-7): void =>
  expect(Math.abs(got - wanted), `${what}: ${got} against ${wanted}`).toBeLessThan(
    tolerance * (1 + Math.abs(wanted)),
  )

test.each(cases)('d = %i, %j: ascent and critique against differences', async (d, options) => {
  const t = await laid(d, options)
  const measure = t.generator.measure()
  const { ascent, critique } = t.discriminator.respond(measure)
  expect(Object.keys(ascent.blocks)).toEqual(['theta'])
  for (const { name, at, numbers } of cells({ theta: t.discriminator.player.state['theta']! }))
    near(
      ascent.blocks[name]!.numbers[at]!,
      difference(numbers, at, () => payoff(t, measure)),
      `ascent of ${name}[${at}]`,
    )
  for (const { name, at, numbers } of cells(measure.coordinates))
    near(
      critique.coordinates[name]!.numbers[at]!,
      difference(numbers, at, () => payoff(t, measure)),
      `critique of ${name}[${at}]`,
    )
})

test.each(dimensions)('d = %i: the bend against differences of the answer', async (d) => {
  const t = await laid(d)
  const measure = t.generator.measure()
  const { theta } = t.discriminator.player.state
  const fill = (block: Blocks[string]) => ({
    ...block,
    numbers: block.numbers.map((_, i) => ((i * 7) % 11) / 11 - 0.45),
  })
  const direction: Direction = {
    type: 'direction',
    of: 'discriminator',
    blocks: { theta: fill(theta!) },
  }
  const change: Measure = {
    ...measure,
    coordinates: {
      positions: fill(measure.coordinates['positions']!),
      masses: fill(measure.coordinates['masses']!),
    },
  }
  const answer = (): number[] => {
    const { ascent, critique } = t.discriminator.respond(measure)
    return [...cells(ascent.blocks), ...cells(critique.coordinates)].map((c) => c.numbers[c.at]!)
  }
  const shift = (by: number): void => {
    for (const [x, along] of [
      [theta!, direction.blocks['theta']!],
      ...Object.entries(measure.coordinates).map(
        ([name, block]) => [block, change.coordinates[name]!] as const,
      ),
    ] as const)
      along.numbers.forEach((by1, i) => (x.numbers[i]! += by * by1))
  }
  const h = 1e-5
  shift(h)
  const up = answer()
  shift(-2 * h)
  const down = answer()
  shift(h)
  const bent = t.discriminator.answer({
    port: 'bend',
    payload: [measure, direction, change, 'payoff'],
  } as never) as ReturnType<typeof t.discriminator.respond>
  const got = [...cells(bent.ascent.blocks), ...cells(bent.critique.coordinates)]
  got.forEach(({ numbers, at }, k) =>
    near(numbers[at]!, (up[k]! - down[k]!) / (2 * h), `bend ${k}`, 1e-6),
  )
})

test.each(dimensions.flatMap((d) => [1, 4].map((steps) => [d, steps] as const)))(
  'd = %i: the critique unrolled by %i against differences of the loss after the walk',
  async (d, steps) => {
    const t = await laid(d)
    const rate = rateOf(0.1)
    const measure = t.generator.measure()
    const walked = (): number => {
      let blocks = t.discriminator.player.state
      const there = () =>
        t.discriminator.respond(measure, { at: { type: 'place', of: 'discriminator', blocks } })
      for (let k = 0; k < steps; k++)
        blocks = t.discriminator.player.displaced(there().ascent, rate, blocks).blocks
      return total(there().loss.numbers)
    }
    const { critique } = t.discriminator.respond(measure, { after: { steps, rate } })
    for (const { name, at, numbers } of cells(measure.coordinates))
      near(
        critique.coordinates[name]!.numbers[at]!,
        difference(numbers, at, walked),
        `unrolled ${name}[${at}]`,
        1e-6,
      )
  },
)

test.each(dimensions)('d = %i: no slope is left at the best answer', async (d) => {
  const t = await laid(d)
  const measure = t.generator.measure()
  const best = t.discriminator.answer({ port: 'best', payload: [measure] } as never) as never
  const before = t.discriminator.respond(measure).ascent.blocks['theta']!.numbers.slice()
  const after = t.discriminator.respond(measure, { at: best }).ascent.blocks['theta']!.numbers
  expect(Math.max(...before.map(Math.abs))).toBeGreaterThan(0.05)
  expect(Math.max(...after.map(Math.abs))).toBeLessThan(1e-14)
})
