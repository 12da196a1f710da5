import { PlanError, type Blocks, type Measure, type Plan } from '@ganglion/core'
import { expect, test } from 'vitest'
import type { Table } from '../../packages/engine/src/table.ts'
import { referencePoints } from '../../packages/testkit/src/reference-games.ts'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { cloud } from './cloud.ts'
import { features } from './features.ts'
import { gradientPenalty } from './gradient-penalty.ts'
import { perceptron } from './perceptron.ts'
import { rateOf, table } from './table.ts'

const target: Plan['target'] = {
  kind: 'mixture',
  weights: [0.3, 0.7],
  means: [-0.5, 0.5],
  deviation: 1,
}
const points: Plan['target'] = {
  kind: 'points',
  positions: [
    [1, 0.2, -0.4],
    [-0.7, 1.1, 0.3],
  ],
  masses: [0.25, 0.75],
}
const featured = { plugin: features, sizes: features.sizes, options: { lambda: 0.01 }, given: {} }

/** Games of three places, the last of which weighs nothing: it feels what a unit of mass would feel there. */
const games = {
  'intervals against a mixture': async () => {
    const [mixture, interval] = [
      await registry.generators.mixture(),
      await registry.discriminators.interval(),
    ]
    return table({
      target,
      geometry: 'mass',
      generator: {
        plugin: mixture,
        sizes: { components: 3 },
        options: { deviation: 1 },
        given: { weights: [0.9, 0.1, 0], means: [-0.4, 0.6, 0.2] },
      },
      discriminator: {
        plugin: interval,
        sizes: interval.sizes,
        options: { crossing: 'absorb' },
        given: { left: [-1, 0.2], right: [-0.3, 1.5] },
      },
      regularisers: [],
    })
  },
  'random features on points in d = 3': async () =>
    table({
      target: points,
      geometry: 'mass',
      generator: {
        plugin: cloud,
        sizes: { points: 3, dimensions: 3 },
        options: {},
        given: { masses: [0.1, 0.9, 0] },
      },
      discriminator: featured,
      regularisers: [],
    }),
}

const placesIn = ({ kind }: Measure) =>
  kind === 'mixture' ? (['weights', 'means'] as const) : (['masses', 'positions'] as const)

/** The loss of member 0 after so many steps of a copy, on the same law. */
function walked({ discriminator }: Table, measure: Measure, steps: number, value = 0.05): number {
  const rate = rateOf(value)
  let blocks: Blocks = discriminator.player.state
  const there = () =>
    discriminator.respond(measure, { at: { type: 'place', of: 'discriminator', blocks } })
  for (let k = 0; k < steps; k++)
    blocks = discriminator.player.displaced(there().ascent, rate, blocks).blocks
  return there().loss.numbers[0]!
}

/** d/dy d/dq of the loss, for a cell of the places and the mass of its place, by central differences. */
function variation(t: Table, measure: Measure, steps: number, cell: number): number {
  const [masses, places] = placesIn(measure)
  const [q, y] = [measure.coordinates[masses]!, measure.coordinates[places]!]
  const mass = Math.floor((cell * q.cells) / y.cells) * q.members
  const place = cell * y.members
  const [h, e] = [1e-3, 1e-3]
  const [q0, y0] = [q.numbers[mass]!, y.numbers[place]!]
  const at = (dq: number, dy: number): number => {
    q.numbers[mass] = q0 + dq
    y.numbers[place] = y0 + dy
    return walked(t, measure, steps)
  }
  const found = (at(h, e) - at(-h, e) - at(h, -e) + at(-h, -e)) / (4 * h * e)
  at(0, 0)
  return found
}

const cases = Object.entries(games).flatMap(([name, lay]) =>
  [0, 1, 2, 5].map((steps) => [name, steps, lay] as const),
)

test.each(cases)(
  '%s, %i steps ahead: the critique of a place without mass is the slope of the first variation',
  async (_, steps, lay) => {
    const t = await lay()
    const measure = t.generator.measure()
    const [, places] = placesIn(measure)
    const after = { steps, rate: rateOf(0.05) }
    const { numbers, cells, members } = t.discriminator.respond(measure, { after }).critique
      .coordinates[places]!
    for (let cell = (cells * 2) / 3; cell < cells; cell++) {
      const [got, wanted] = [numbers[cell * members]!, variation(t, measure, steps, cell)]
      expect(Math.abs(got)).toBeGreaterThan(1e-3)
      expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThan(
        2e-5 * (1 + Math.abs(wanted)),
      )
    }
  },
)

test.each(cases)(
  '%s, %i steps ahead: places that are one feel the same, whatever they weigh, bit for bit',
  async (_, steps, lay) => {
    const t = await lay()
    const measure = t.generator.measure()
    const [, places] = placesIn(measure)
    const { numbers: y, cells, members } = measure.coordinates[places]!
    const third = (cells / 3) * members
    for (const k of [1, 2]) y.copyWithin(k * third, 0, third)
    const after = { steps, rate: rateOf(0.05) }
    const { numbers } = t.discriminator.respond(measure, { after }).critique.coordinates[places]!
    const felt = [0, 1, 2].map((k) => numbers.slice(k * third, (k + 1) * third))
    expect(felt[1]).toEqual(felt[0])
    expect(felt[2]).toEqual(felt[0])
    expect(felt[0]!.every((x) => x !== 0)).toBe(true)
  },
)

test('points of one mass: the derivative is the mass times what they feel', async () => {
  const game = {
    target: points,
    generator: {
      plugin: referencePoints,
      sizes: { points: 4, dimensions: 3 },
      options: {},
      given: {},
    },
    discriminator: featured,
    regularisers: [],
  }
  const felt = async (geometry: 'mass' | 'coordinate') => {
    const t = await table({ ...game, geometry })
    return t.discriminator.respond(t.generator.measure()).critique.coordinates['positions']!.numbers
  }
  const [mass, coordinate] = [await felt('mass'), await felt('coordinate')]
  mass.forEach((x, k) => expect(x / 4).toBeCloseTo(coordinate[k]!, 14))
})

test('the critique of weights is the same in both geometries', async () => {
  const t = await games['intervals against a mixture']()
  const measure = t.generator.measure()
  const { numbers } = t.discriminator.respond(measure).critique.coordinates['weights']!
  const weights = measure.coordinates['weights']!.numbers
  for (let cell = 0; cell < 3; cell++) {
    const here = weights[cell * 2]!
    const at = (value: number) => ((weights[cell * 2] = value), walked(t, measure, 0))
    const wanted = (at(here + 0.1) - at(here - 0.1)) / 0.2
    at(here)
    expect(numbers[cell * 2]!).toBeCloseTo(wanted, 12)
  }
})

test('a bend is the change of the critique in this geometry', async () => {
  const t = await games['random features on points in d = 3']()
  const measure = t.generator.measure()
  const { ascent } = t.discriminator.respond(measure)
  const critiqueAt = (value: number): Float64Array => {
    const at = t.discriminator.player.displaced(ascent, rateOf(value))
    return t.discriminator
      .respond(measure, { at })
      .critique.coordinates['positions']!.numbers.slice()
  }
  const ask = { player: 'discriminator', port: 'bend', payload: [measure, ascent, null] }
  const bent = t.discriminator.answer(ask as never) as { critique: { coordinates: Blocks } }
  const [up, down] = [critiqueAt(1e-4), critiqueAt(-1e-4)]
  bent.critique.coordinates['positions']!.numbers.forEach((got, k) =>
    expect(got).toBeCloseTo((up[k]! - down[k]!) / 2e-4, 6),
  )
})

test('a payoff that speaks of points whatever their mass is refused', async () => {
  const refused = table({
    target: {
      ...points,
      positions: [...points.positions, ...points.positions],
      masses: [1, 1, 1, 1],
    },
    geometry: 'mass',
    generator: {
      plugin: referencePoints,
      sizes: { points: 4, dimensions: 3 },
      options: {},
      given: {},
    },
    discriminator: { plugin: perceptron, sizes: perceptron.sizes, options: {}, given: {} },
    regularisers: [{ plugin: gradientPenalty, sizes: {}, options: { weight: 10 } }],
  })
  await expect(refused).rejects.toThrow(PlanError)
  await expect(refused).rejects.toThrow('use geometry coordinate')
})
