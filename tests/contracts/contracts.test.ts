import type { Blocks, Direction, Measure, Plan } from '@ganglion/core'
import { expect, test } from 'vitest'
import type { Table } from '../../packages/engine/src/table.ts'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { features } from './features.ts'
import { gradientPenalty } from './gradient-penalty.ts'
import { network } from './network.ts'
import { perceptron } from './perceptron.ts'
import { cells, difference, rateOf, table } from './table.ts'

const positions = [
  [1, 0.2, -0.4],
  [-0.7, 1.1, 0.3],
  [0.4, -1.3, 0.8],
  [0.1, 0.6, 1.2],
]
const points: Plan['target'] = { kind: 'points', positions, masses: [0.25, 0.25, 0.25, 0.25] }
const mixtureTarget: Plan['target'] = {
  kind: 'mixture',
  weights: [0.5, 0.5],
  means: [-0.5, 0.5],
  deviation: 1,
}

const networkChosen = { plugin: network, sizes: network.sizes, options: {}, given: {} }
const games = {
  'random features on points in d = 3': async () =>
    table({
      target: points,
      generator: networkChosen,
      discriminator: {
        plugin: features,
        sizes: features.sizes,
        options: { lambda: 0.01 },
        given: {},
      },
      regularisers: [],
    }),
  'a perceptron with gradient penalty': async () =>
    table({
      target: points,
      generator: networkChosen,
      discriminator: { plugin: perceptron, sizes: perceptron.sizes, options: {}, given: {} },
      regularisers: [{ plugin: gradientPenalty, sizes: {}, options: { weight: 10 } }],
    }),
  'intervals against a mixture': async () => {
    const [mixture, interval] = [
      await registry.generators.mixture(),
      await registry.discriminators.interval(),
    ]
    return table({
      target: mixtureTarget,
      generator: { plugin: mixture, sizes: mixture.sizes, options: { deviation: 1 }, given: {} },
      discriminator: {
        plugin: interval,
        sizes: interval.sizes,
        options: { crossing: 'absorb' },
        given: {},
      },
      regularisers: [],
    })
  },
}

const total = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0)

/** A fixed direction like some blocks: numbers that have nothing to do with the state. */
function like(
  blocks: Blocks,
  names: readonly string[] = Object.keys(blocks),
): Record<string, Blocks[string]> {
  const entries = names.map((name, k) => {
    const block = blocks[name]!
    const numbers = block.numbers.map((_, i) => ((i * 7 + k * 3) % 11) / 11 - 0.45)
    return [name, { ...block, numbers }] as const
  })
  return Object.fromEntries(entries)
}

/** The value of the payoff or loss, summed over members. */
function value(
  { discriminator }: Table,
  measure: Measure,
  which: 'payoff' | 'loss' = 'payoff',
): number {
  return total(discriminator.respond(measure)[which].numbers)
}

const near = (got: number, wanted: number, what: string, tolerance = 1e-6): void =>
  expect(Math.abs(got - wanted), `${what}: ${got} against ${wanted}`).toBeLessThan(
    tolerance * (1 + Math.abs(wanted)),
  )

test.each(Object.entries(games))('%s: ascent and critique against differences', async (_, lay) => {
  const t = await lay()
  const measure = t.generator.measure({ draw: 3 })
  const { ascent, critique } = t.discriminator.respond(measure)
  const trained = Object.keys(ascent.blocks)
  for (const { name, at, numbers } of cells(t.discriminator.player.state)) {
    if (!trained.includes(name)) continue
    near(
      ascent.blocks[name]!.numbers[at]!,
      difference(numbers, at, () => value(t, measure)),
      `ascent of ${name}[${at}]`,
    )
  }
  for (const { name, at, numbers } of cells(measure.coordinates)) {
    const wanted = difference(numbers, at, () => value(t, measure, 'loss'))
    near(critique.coordinates[name]!.numbers[at]!, wanted, `critique of ${name}[${at}]`)
  }
})

test.each(Object.entries(games))(
  "%s: pull, push and the generator's bend against differences",
  async (_, lay) => {
    const t = await lay()
    const { player } = t.generator
    const measure = t.generator.measure({ draw: 3 })
    const { critique } = t.discriminator.respond(measure)
    const product = (): number => {
      const { coordinates } = t.generator.measure({ draw: 3 })
      return cells(coordinates).reduce(
        (sum, { name, at, numbers }) =>
          sum + numbers[at]! * critique.coordinates[name]!.numbers[at]!,
        0,
      )
    }
    const pulled = t.generator.pull(critique)
    const trained = Object.keys(pulled.blocks)
    for (const { name, at, numbers } of cells(player.state)) {
      if (trained.includes(name))
        near(
          pulled.blocks[name]!.numbers[at]!,
          difference(numbers, at, product),
          `pull of ${name}[${at}]`,
        )
    }
    const direction: Direction = {
      type: 'direction',
      of: 'generator',
      blocks: like(player.state, trained),
    }
    const ask = (port: string, payload: readonly unknown[]): unknown =>
      t.generator.answer({ port, payload } as never)
    const pushed = ask('push', [direction, measure]) as Measure
    const bent = ask('bend', [critique, direction]) as Direction
    const along = (f: () => Float64Array): Float64Array => {
      const h = 1e-5
      const shift = (by: number): void => {
        for (const name of trained)
          player.state[name]!.numbers.forEach(
            (x, i, all) => (all[i] = x + by * direction.blocks[name]!.numbers[i]!),
          )
      }
      shift(h)
      const up = f().slice()
      shift(-2 * h)
      const down = f().slice()
      shift(h)
      return up.map((x, i) => (x - down[i]!) / (2 * h))
    }
    for (const name of Object.keys(measure.coordinates)) {
      const wanted = along(() => t.generator.measure({ draw: 3 }).coordinates[name]!.numbers)
      wanted.forEach((w, at) =>
        near(pushed.coordinates[name]!.numbers[at]!, w, `push of ${name}[${at}]`),
      )
    }
    for (const name of trained) {
      const wanted = along(() => t.generator.pull(critique).blocks[name]!.numbers)
      wanted.forEach((w, at) => near(bent.blocks[name]!.numbers[at]!, w, `bend of ${name}[${at}]`))
    }
  },
)

test.each(Object.entries(games))(
  "%s: the discriminator's bend against differences",
  async (_, lay) => {
    const t = await lay()
    const measure = t.generator.measure({ draw: 3 })
    const { state } = t.discriminator.player
    const { ascent } = t.discriminator.respond(measure)
    const direction: Direction = {
      type: 'direction',
      of: 'discriminator',
      blocks: like(state, Object.keys(ascent.blocks)),
    }
    const change: Measure = { ...measure, coordinates: like(measure.coordinates) }
    const moved = [
      ...Object.entries(direction.blocks).map(
        ([name, d]) => [state[name]!.numbers, d.numbers] as const,
      ),
      ...Object.entries(change.coordinates).map(
        ([name, d]) => [measure.coordinates[name]!.numbers, d.numbers] as const,
      ),
    ]
    const shift = (by: number): void => {
      for (const [x, d] of moved) for (let i = 0; i < x.length; i++) x[i]! += by * d[i]!
    }
    const h = 1e-5
    const answer = () => {
      const response = t.discriminator.respond(measure)
      return [...cells(response.ascent.blocks), ...cells(response.critique.coordinates)].map(
        ({ numbers, at }) => numbers[at]!,
      )
    }
    shift(h)
    const up = answer()
    shift(-2 * h)
    const down = answer()
    shift(h)
    for (const of of ['payoff', 'loss'] as const) {
      const bent = t.discriminator.answer({
        port: 'bend',
        payload: [measure, direction, change, of],
      } as never) as ReturnType<typeof t.discriminator.respond>
      const got = [...cells(bent.ascent.blocks), ...cells(bent.critique.coordinates)].map(
        ({ numbers, at }) => numbers[at]!,
      )
      got.forEach((g, k) => near(g, (up[k]! - down[k]!) / (2 * h), `${of} bend ${k}`, 1e-5))
    }
  },
)

test.each(
  Object.entries(games).flatMap(([name, lay]) =>
    [1, 2, 5].map((steps) => [name, steps, lay] as const),
  ),
)(
  '%s: the answer unrolled by %i against differences of the payoff after the walk',
  async (_, steps, lay) => {
    const t = await lay()
    // Small: five steps of a penalised perceptron at 0.05 leave the range of numbers.
    const rate = rateOf(0.004)
    const measure = t.generator.measure({ draw: 3 })
    const walked = (): number => {
      let at = t.discriminator.player.state
      for (let k = 0; k < steps; k++) {
        const { ascent } = t.discriminator.respond(measure, {
          at: { type: 'place', of: 'discriminator', blocks: at },
        })
        at = t.discriminator.player.displaced(ascent, rate, at).blocks
      }
      return total(
        t.discriminator.respond(measure, { at: { type: 'place', of: 'discriminator', blocks: at } })
          .loss.numbers,
      )
    }
    const { critique } = t.discriminator.respond(measure, { after: { steps, rate } })
    for (const { name, at, numbers } of cells(measure.coordinates)) {
      near(
        critique.coordinates[name]!.numbers[at]!,
        difference(numbers, at, walked),
        `unrolled ${name}[${at}]`,
        1e-5,
      )
    }
  },
)

test('unrolling through the death of an interval is exact', async () => {
  const [mixture, interval] = [
    await registry.generators.mixture(),
    await registry.discriminators.interval(),
  ]
  const given = { left: [-0.05, 0.3], right: [0.02, 1.5] }
  const t = await table(
    {
      target: mixtureTarget,
      generator: {
        plugin: mixture,
        sizes: mixture.sizes,
        options: { deviation: 1 },
        given: { means: [0, 0.1] },
      },
      discriminator: {
        plugin: interval,
        sizes: interval.sizes,
        options: { crossing: 'absorb' },
        given,
      },
      regularisers: [],
    },
    1,
  )
  const rate = rateOf(2, 1)
  const measure = t.generator.measure()
  const walk = (): Blocks => {
    let at = t.discriminator.player.state
    for (let k = 0; k < 4; k++) {
      const { ascent } = t.discriminator.respond(measure, {
        at: { type: 'place', of: 'discriminator', blocks: at },
      })
      at = t.discriminator.player.displaced(ascent, rate, at).blocks
    }
    return at
  }
  expect([...walk()['alive']!.numbers]).toEqual([0, 1])
  const loss = (): number =>
    total(
      t.discriminator.respond(measure, {
        at: { type: 'place', of: 'discriminator', blocks: walk() },
      }).loss.numbers,
    )
  const { critique } = t.discriminator.respond(measure, { after: { steps: 4, rate } })
  for (const { name, at, numbers } of cells(measure.coordinates)) {
    near(
      critique.coordinates[name]!.numbers[at]!,
      difference(numbers, at, loss),
      `unrolled ${name}[${at}]`,
      1e-5,
    )
  }
})
