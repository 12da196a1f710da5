import { evaluate, num, square, type Expr } from '@ganglion/calculus'
import { expect, test } from 'vitest'
import { defineDiscriminator, type Discriminator } from './discriminator.ts'
import type { MeasureValues } from './measure.ts'
import { seen } from './mirror.ts'
import { defineObjective } from './objective.ts'

const two = defineObjective({
  name: 'two-losses',
  source: 'none',
  f: (d) => d,
  g: (d) => square(d).neg(),
  generator: (d) => d.times(3),
})
const asked: string[] = []
const plugin: Discriminator = defineDiscriminator({
  name: 'line',
  source: 'none',
  parameters: () => ({ slope: [] as const }),
  initial: () => ({ slope: 1 }),
  critic: (x, { slope }) => slope.times(x(0)),
  ridge: ({ slope }) => square(slope),
  best: (target, generated) => {
    asked.push(`${target.kind} against ${generated.kind}`)
    return { slope: [0] }
  },
})
const game = { objective: two, discriminator: { plugin, sizes: {}, options: {}, given: {} } }
const points: MeasureValues = { kind: 'points', positions: [[0]], masses: [1] }
const mixture: MeasureValues = { kind: 'mixture', means: [0], weights: [1], deviation: 1 }
const at = (f: ((d: Expr) => Expr) | undefined): unknown => evaluate(f!(num(2)), {})

test('a game that is not mirrored is the game itself', () => {
  expect(seen(game)).toBe(game)
  expect(seen({ ...game, mirrored: false }).objective).toBe(two)
})

test('every expectation is negated, the loss of the generator too; a ridge stays a penalty', () => {
  const { objective, discriminator } = seen({ ...game, mirrored: true })
  expect([at(objective.f), at(objective.g), at(objective.generator)]).toEqual([-2, 4, -6])
  expect(discriminator.plugin.ridge).toBe(plugin.ridge)
})

test('best is asked with the laws exchanged', () => {
  const { discriminator } = seen({ ...game, mirrored: true })
  discriminator.plugin.best!(points, mixture, { slope: [1] }, {})
  plugin.best!(points, mixture, { slope: [1] }, {})
  expect(asked).toEqual(['mixture against points', 'points against mixture'])
})

test('a discriminator without a best answer gets none', () => {
  const { best: _, ...without } = plugin
  const discriminator = { ...game.discriminator, plugin: without }
  const mirrored = seen({ ...game, discriminator, mirrored: true })
  expect('best' in mirrored.discriminator.plugin).toBe(false)
})
