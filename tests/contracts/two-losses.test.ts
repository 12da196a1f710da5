import {
  defineObjective,
  defineOptimizer,
  type Blocks,
  type Direction,
  type Measure,
  type Objective,
  type Optimizer,
  type Response,
} from '@ganglion/core'
import { num, softplus, tanh } from '@ganglion/calculus'
import { expect, test } from 'vitest'
import type { Table } from '../../packages/engine/src/table.ts'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { cloud } from './cloud.ts'
import { perceptron } from './perceptron.ts'
import { cells, difference, rateOf, table } from './table.ts'

// The non-saturating game: what the generator descends is not what the discriminator ascends.
const f: Objective['f'] = (d) => softplus(d.neg()).neg()
const g: Objective['g'] = (d) => softplus(d).neg()
const generator: Objective['g'] = (d) => softplus(d.neg())
const game = { name: 'non-saturating', source: 'Goodfellow et al. 2014, sec. 3' }
const nonSaturating = defineObjective({ ...game, f, g, generator })
/** Zero-sum games whose payoff is the payoff, and the loss, of the game above. */
const alone = {
  payoff: defineObjective({ ...game, f, g }),
  loss: defineObjective({ ...game, f: () => num(0), g: generator }),
}

type Lay = (objective: Objective, optimizer?: Optimizer) => Promise<Table>
const games: Record<string, Lay> = {
  'a perceptron against points': async (objective, optimizer) =>
    table({
      objective,
      ...(optimizer ? { optimizer } : {}),
      target: {
        kind: 'points',
        positions: [
          [1, 0.2, -0.4],
          [-0.7, 1.1, 0.3],
          [0.4, -1.3, 0.8],
        ],
        masses: [0.5, 0.2, 0.3],
      },
      generator: { plugin: cloud, sizes: cloud.sizes, options: {}, given: {} },
      discriminator: { plugin: perceptron, sizes: perceptron.sizes, options: {}, given: {} },
      regularisers: [],
    }),
  'intervals against a mixture': async (objective, optimizer) => {
    const mixture = await registry.generators.mixture()
    const interval = await registry.discriminators.interval()
    const options = { crossing: 'absorb' }
    return table({
      objective,
      ...(optimizer ? { optimizer } : {}),
      target: { kind: 'mixture', weights: [0.3, 0.7], means: [-0.5, 0.8], deviation: 1 },
      generator: { plugin: mixture, sizes: mixture.sizes, options: { deviation: 1 }, given: {} },
      discriminator: { plugin: interval, sizes: interval.sizes, options, given: {} },
      regularisers: [],
    })
  },
}
const named = Object.entries(games)

/** Agreement relative to the largest of the numbers compared. */
function agree(got: readonly number[], wanted: readonly number[], tolerance: number): void {
  const scale = Math.max(...wanted.map(Math.abs))
  expect(scale).toBeGreaterThan(0)
  expect(got).toHaveLength(wanted.length)
  got.forEach((x, k) =>
    expect(Math.abs(x - wanted[k]!), `${k}: ${x} against ${wanted[k]}`).toBeLessThan(
      tolerance * scale,
    ),
  )
}

const flat = (blocks: Blocks): number[] => cells(blocks).map(({ numbers, at }) => numbers[at]!)
const total = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0)
const answered = ({ ascent, critique }: Pick<Response, 'ascent' | 'critique'>): number[] => [
  ...flat(ascent.blocks),
  ...flat(critique.coordinates),
]

test.each(named)('%s: the points are what they are trained as', async (_, lay) => {
  const t = await lay(nonSaturating)
  const measure = t.generator.measure()
  const { critique } = t.discriminator.respond(measure)
  const pulled = t.generator.pull(critique).blocks
  for (const [name, { numbers }] of Object.entries(pulled))
    expect([...numbers]).toEqual([...critique.coordinates[name]!.numbers])
})

test.each(named)('%s: ascent of the payoff, critique of the loss', async (_, lay) => {
  const t = await lay(nonSaturating)
  const measure = t.generator.measure()
  const { ascent, critique, payoff, loss } = t.discriminator.respond(measure)
  expect([...payoff.numbers]).not.toEqual([...loss.numbers])
  const value = (of: 'payoff' | 'loss') => () => total(t.discriminator.respond(measure)[of].numbers)
  const { state } = t.discriminator.player
  const trained = Object.fromEntries(Object.keys(ascent.blocks).map((n) => [n, state[n]!]))
  agree(
    flat(ascent.blocks),
    cells(trained).map(({ numbers, at }) => difference(numbers, at, value('payoff'))),
    1e-7,
  )
  agree(
    flat(critique.coordinates),
    cells(measure.coordinates).map(({ numbers, at }) => difference(numbers, at, value('loss'))),
    1e-7,
  )
})

const both = named.flatMap(([name, lay]) =>
  (['payoff', 'loss'] as const).map((of) => [name, of, lay] as const),
)
test.each(both)('%s: the bend of the %s, each its own', async (_, of, lay) => {
  const t = await lay(nonSaturating)
  const twin = await lay(alone[of])
  const [measure, its] = [t.generator.measure(), twin.generator.measure()]
  const like = (blocks: Blocks): Blocks =>
    Object.fromEntries(
      Object.entries(blocks).map(([name, b]) => [
        name,
        { ...b, numbers: b.numbers.map((_n, i) => ((i * 7 + 3) % 11) / 11 - 0.45) },
      ]),
    )
  const { ascent } = twin.discriminator.respond(its)
  const direction: Direction = { ...ascent, blocks: like(ascent.blocks) }
  const change: Measure = { ...measure, coordinates: like(measure.coordinates) }
  const shift = (by: number): void => {
    const move = (to: Blocks, along: Blocks): void => {
      for (const [name, { numbers }] of Object.entries(along))
        numbers.forEach((d, i) => (to[name]!.numbers[i]! += by * d))
    }
    move(twin.discriminator.player.state, direction.blocks)
    move(its.coordinates, change.coordinates)
  }
  const h = 1e-5
  shift(h)
  const up = answered(twin.discriminator.respond(its))
  shift(-2 * h)
  const down = answered(twin.discriminator.respond(its))
  const bent = t.discriminator.answer({
    port: 'bend',
    payload: [measure, direction, change, of],
  } as never) as Pick<Response, 'ascent' | 'critique'>
  agree(
    answered(bent),
    up.map((x, k) => (x - down[k]!) / (2 * h)),
    1e-7,
  )
})

/** An optimizer whose change is no multiple of the direction. */
const bounded = defineOptimizer({
  name: 'bounded',
  source: 'none',
  update: (direction, _, { rate }) => ({ change: tanh(direction.times(3)).times(rate) }),
})
const walks = named.flatMap(([name, lay]) =>
  [1, 2, 3, 4, 5].map((steps) => [name, steps, lay] as const),
)
test.each(walks)('%s: the loss after %i steps, unrolled', async (_, steps, lay) => {
  const t = await lay(nonSaturating)
  const rate = rateOf(0.05)
  const measure = t.generator.measure()
  const walked = (): number => {
    let at = t.discriminator.player.state
    const there = () =>
      t.discriminator.respond(measure, {
        at: { type: 'place', of: 'discriminator', blocks: at },
      })
    for (let k = 0; k < steps; k++)
      at = t.discriminator.player.displaced(there().ascent, rate, at).blocks
    return total(there().loss.numbers)
  }
  const { critique } = t.discriminator.respond(measure, { after: { steps, rate } })
  agree(
    flat(critique.coordinates),
    cells(measure.coordinates).map(({ numbers, at }) => difference(numbers, at, walked)),
    1e-6,
  )
})

test.each(named)(
  '%s: other steps than plain ones are refused, not unrolled wrongly',
  async (_, lay) => {
    const t = await lay(nonSaturating, bounded)
    const measure = t.generator.measure()
    const ahead = { after: { steps: 1, rate: rateOf(0.05) } }
    expect(() => t.discriminator.respond(measure, ahead)).toThrow(/optimizer bounded .* Use sgd/)
    expect(() => t.discriminator.respond(measure)).not.toThrow()
  },
)
