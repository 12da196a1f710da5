import { outcomes } from '@ganglion/core'
import { expect, test } from 'vitest'
import li2017 from './li2017.ts'

/** Paths of the values of a configuration: lists count as one value. */
const paths = (config: object, prefix = ''): string[] =>
  Object.entries(config).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? paths(value, `${prefix}${name}.`)
      : [`${prefix}${name}`],
  )

const figure1 = Object.entries(li2017.presets).filter(([name]) => name.startsWith('fig1'))
const figure2 = Object.entries(li2017.presets).filter(([name]) => name.startsWith('fig2'))
const figure3 = Object.entries(li2017.presets).filter(([name]) => name.startsWith('fig3'))

test('the figures are there', () => {
  expect(figure1.map(([name]) => name)).toEqual(['fig1a', 'fig1b', 'fig1c', 'fig1d'])
  expect(figure2.map(([name]) => name)).toEqual(['fig2b', 'fig2c', 'fig2d', 'fig2e'])
  const methods = ['regular', 'unrolled', 'best', 'k5', 'k20', 'k100']
  expect(figure3.map(([name]) => name)).toEqual(methods.map((method) => `fig3-${method}`))
  const steps = figure1.map(([, { config }]) => config['steps'])
  expect(steps).toEqual([5000, 8000, 100, 5000])
})

test.each(Object.entries(li2017.presets))('%s: every value has an origin', (_, preset) => {
  expect(Object.keys(preset.origins).sort()).toEqual(paths(preset.config).sort())
})

test.each(Object.entries(li2017.presets))('%s: what is assumed says why', (_, preset) => {
  for (const origin of Object.values(preset.origins))
    if (origin !== 'printed' && origin !== 'code') expect(origin[1].length).toBeGreaterThan(10)
})

const runClaims = li2017.claims.filter((claim) => claim.kind === 'run')
const sweepClaims = li2017.claims.filter((claim) => claim.kind === 'sweep')

test('claims of runs name presets, outcomes, events and signals that exist', () => {
  expect(new Set(runClaims.map(({ preset }) => preset))).toEqual(
    new Set([...figure1, ...figure2].map(([name]) => name)),
  )
  for (const { preset, expects } of runClaims) {
    if (expects.outcome) expect(outcomes).toContain(expects.outcome)
    const watched = li2017.presets[preset]!.config['detectors']
    for (const event of [...(expects.events ?? []), ...(expects.never ?? [])])
      expect(watched).toContain(event)
    for (const { from, to } of expects.final ?? []) expect(from).toBeLessThanOrEqual(to)
  }
})

test('claims of sweeps name presets, regions and criteria that exist, and use each of their sweeps', () => {
  for (const { sweeps, holds } of sweepClaims) {
    const rates = holds.flatMap(({ rate, than }) =>
      typeof than === 'number' ? [rate] : [rate, than],
    )
    expect(new Set(rates.map(({ sweep }) => sweep))).toEqual(new Set(Object.keys(sweeps)))
    for (const { sweep, region, criterion } of rates) {
      const section = li2017.presets[sweeps[sweep]!.preset]!.config['sweep']
      expect(section).toHaveProperty(`regions.${region}`)
      expect(section).toHaveProperty(`success.${criterion}`)
    }
  }
})

test('every sentence has a place, and names are told apart', () => {
  const names = li2017.claims.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { sentence, where } of li2017.claims)
    expect([sentence.length > 10, where.length > 3]).toEqual([true, true])
})

test.each(figure1)('%s: the starts are assumed', (_, { origins }) => {
  for (const path of ['generator.means', 'discriminator.left', 'discriminator.right'])
    expect(origins[path]?.[0]).toBe('assumed')
})

test.each([...figure1, ...figure2, ...figure3])(
  '%s: short names lead to settings that it has',
  (_, { config, short = {} }) => {
    const known = paths(config)
    for (const { path } of Object.values(short))
      expect(known.filter((one) => `${one}.`.startsWith(`${path}.`))).not.toEqual([])
  },
)

const listOf = (section: unknown, name: string): readonly number[] =>
  (section as Readonly<Record<string, readonly number[]>>)[name]!

test.each(figure1)('%s: the start is no special one', (_, { config }) => {
  const { generator, discriminator } = config
  const [a, b] = listOf(generator, 'means')
  expect(Math.abs(a! - b!)).toBeGreaterThanOrEqual(0.3)
  const [left, right] = [listOf(discriminator, 'left'), listOf(discriminator, 'right')]
  left.forEach((l, i) => expect(right[i]! - l).toBeGreaterThanOrEqual(0.05))
  expect(right[0]).toBeLessThanOrEqual(left[1]!)
})
