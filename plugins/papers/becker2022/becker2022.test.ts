import { expect, test } from 'vitest'
import becker2022 from './becker2022.ts'
import { claims3 } from './claims3.ts'
import { mergingClaims } from './merging.ts'

/** Paths of the values of a configuration: lists count as one value. */
const paths = (config: object, prefix = ''): string[] =>
  Object.entries(config).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
      ? paths(value, `${prefix}${name}.`)
      : [`${prefix}${name}`],
  )

const presets = Object.entries(becker2022.presets)

test('the figures are there, each in both forms, and the rings of theorem 2', () => {
  const figures = [
    'fig1',
    'fig2-0.1',
    'fig2-0.6',
    'fig2-10',
    'fig3-d2',
    'fig3-d10',
    'fig4-sum',
    'fig4-0.1',
    'fig4-1',
    'fig4-10',
  ]
  const names = figures.flatMap((name) => [`${name}-exact`, `${name}-features`])
  expect(presets.map(([name]) => name).sort()).toEqual(
    [...names, 'merging', 'ring2-exact', 'ring3-exact'].sort(),
  )
})

test.each(presets)('%s: every value has an origin, and no other', (_, { config, origins }) => {
  const cells = (path: string): boolean => path !== 'sweep.cells'
  expect(Object.keys(origins).sort()).toEqual(paths(config).filter(cells).sort())
})

test.each(presets)('%s: what is assumed says why', (_, { origins }) => {
  for (const origin of Object.values(origins))
    if (origin !== 'printed' && origin !== 'code') expect(origin[1].length).toBeGreaterThan(10)
})

test.each(presets)('%s: short names lead to settings that it has', (_, { config, short = {} }) => {
  const known = paths(config)
  for (const { path } of Object.values(short))
    expect(known.filter((one) => `${one}.`.startsWith(`${path}.`))).not.toEqual([])
})

test('each form says which preset has the settings of the other', () => {
  for (const [name, { absent = {}, short = {} }] of presets)
    for (const [key, why] of Object.entries(absent)) {
      const [, other] = /becker2022\/([\w.-]+),/.exec(why)!
      expect(becker2022.presets[other!]?.short, `${key} of ${name}`).toHaveProperty(key)
      expect(short).not.toHaveProperty(key)
    }
  expect(becker2022.presets['fig3-d2-exact']?.absent).toHaveProperty('features')
})

test('claims name presets that exist, and are told apart', () => {
  const names = becker2022.claims.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const claim of becker2022.claims) {
    expect([claim.sentence.length > 10, claim.where.length > 3]).toEqual([true, true])
    const used =
      claim.kind === 'run'
        ? [claim.preset]
        : claim.kind === 'summary'
          ? Object.values(claim.sweeps).map(({ preset }) => preset)
          : []
    for (const preset of used) expect(becker2022.presets).toHaveProperty([preset])
  }
})

/** A swept width: the median ratio, and the share that diverged. */
const width = (sigma: number, median: number, mean: number) => ({
  group: { sigma },
  w2Ratio: { median },
  diverged: { mean },
})

test('what figure 3 says is refuted by a curve of another shape, and by one that is not there', () => {
  const good = [width(0.3, 2.5, 0.3), width(1, 0.6, 0.01), width(10, 0.9, 0)]
  const judged = (exact: typeof good, share = 0.02) =>
    claims3.map(
      ({ judge }) =>
        judge({
          exact,
          features: good,
          features10: [width(0.05, 1, share), width(0.2, 1.4, 0.15)],
          exact10: [width(0.2, 2.6, 0.6)],
        }).holds,
    )
  expect(judged(good)).toEqual([true, true, true, true, true])
  expect(judged(good, 0.2)).toEqual([true, true, true, false, true])
  expect(judged([width(0.3, 0.8, 0), width(1, 0.9, 0.1), width(10, 0.7, 0.1)])).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
  expect(judged([], NaN)).toEqual([false, false, false, false, true])
})

test('what merging costs is told, and refuted where it is too much or was not measured', () => {
  const [{ judge }] = mergingClaims as [(typeof mergingClaims)[0]]
  const of = (merging: number, w2: number) => ({
    group: { merging },
    w2: { mean: w2 },
    mmd: { mean: 0.5 },
  })
  const good = judge({ short: [of(0, 0.7), of(0.025, 0.7001), of(0.05, 0.7004)] })
  expect(good.holds).toBe(true)
  expect(good.measured['error of w2 at merging 0.05']).toBeCloseTo(4e-4, 12)
  expect(judge({ short: [of(0, 0.7), of(0.025, 0.7), of(0.05, 0.702)] }).holds).toBe(false)
  expect(judge({ short: [] }).holds).toBe(false)
})

test('features that diverge as the exact kernel does hide nothing, and nobody measured refutes', () => {
  const { judge } = claims3.at(-1)!
  const judged = (some: number, all: number) =>
    judge({ features10: [width(0.2, 1.4, some)], exact10: [width(0.2, 2.6, all)] }).holds
  expect(judged(0.15, 0.6)).toBe(true)
  expect(judged(0.5, 0.6)).toBe(false)
  expect(judged(0, 0)).toBe(false)
  expect(judge({ exact10: [] }).holds).toBe(false)
})
