import { outcomes, type Claim, type RunExpectation } from '@ganglion/core'
import { expect, test } from 'vitest'
import singhTong from './singh-tong.ts'

/** Paths of the values of a configuration: lists count as one value. */
const paths = (config: object, prefix = ''): string[] =>
  Object.entries(config).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? paths(value, `${prefix}${name}.`)
      : [`${prefix}${name}`],
  )

const presets = Object.entries(singhTong.presets)

test('every figure of the one-dimensional part is there, under both readings', () => {
  const figures = ['fig1', 'fig2', 'fig3a', 'fig3b', 'fig4', 'fig5', 'fig6', 'fig10']
  const wanted = figures.flatMap((figure) => [`${figure}-textbook`, `${figure}-published`])
  expect(presets.map(([name]) => name).sort()).toEqual(wanted.sort())
})

test.each(presets)('%s: every value has an origin', (_, preset) => {
  expect(Object.keys(preset.origins).sort()).toEqual(paths(preset.config).sort())
})

test.each(presets)('%s: what is assumed, or from the code, says what', (_, preset) => {
  for (const origin of Object.values(preset.origins)) {
    if (origin === 'printed') continue
    expect(Array.isArray(origin) && origin[1].length > 0).toBe(true)
  }
})

test.each(presets)('%s: short names lead to settings that it has', (_, { config, short = {} }) => {
  const known = paths(config)
  for (const { path } of Object.values(short))
    expect(known.filter((one) => `${one}.`.startsWith(`${path}.`))).not.toEqual([])
})

test('every sweep is played at both scales', () => {
  for (const [, { config }] of presets) {
    const sweep = config['sweep'] as { readonly scales: object } | undefined
    if (sweep) expect(Object.keys(sweep.scales)).toEqual(['smoke', 'paper'])
  }
})

test('both readings of a figure differ in what the program did otherwise, and in nothing else', () => {
  const differing = (figure: string): string[] => {
    const [a, b] = ['textbook', 'published'].map((reading) => {
      const { config } = singhTong.presets[`${figure}-${reading}`]!
      return new Map(paths(config).map((path) => [path, JSON.stringify(valueAt(config, path))]))
    })
    return [...new Set([...a!.keys(), ...b!.keys()])].filter(
      (path) => a!.get(path) !== b!.get(path),
    )
  }
  for (const figure of ['fig2', 'fig3a', 'fig3b'])
    expect(differing(figure)).toEqual(['discriminator.zeros', 'dynamics.generatorRate'])
  expect(
    differing('fig6')
      .filter((path) => !path.startsWith('dynamics.'))
      .sort(),
  ).toEqual(['discriminator.crossing', 'generator.order', 'mirrored', 'steps'])
})

function valueAt(config: object, path: string): unknown {
  // Keys of groups hold dots themselves; whatever is compared by them is compared whole.
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], config)
}

const claims = singhTong.claims as readonly Claim[]

test('names of claims are told apart, and each sentence has a place', () => {
  expect(new Set(claims.map(({ name }) => name)).size).toBe(claims.length)
  for (const { sentence, where } of claims)
    expect([sentence.length > 10, where.length > 3]).toEqual([true, true])
})

test('claims of runs name presets, outcomes and events that exist', () => {
  for (const claim of claims) {
    if (claim.kind !== 'run') continue
    const watched = singhTong.presets[claim.preset]!.config['detectors']
    const both: RunExpectation[] = [
      claim.expects,
      ...(claim.instead ? [claim.instead.expects] : []),
    ]
    for (const { outcome, events = [], never = [], before = {}, final = [] } of both) {
      if (outcome) expect(outcomes).toContain(outcome)
      for (const event of [...events, ...never, ...Object.keys(before)])
        expect(watched).toContain(event)
      for (const { from, to } of final) expect(from).toBeLessThanOrEqual(to)
    }
  }
})

test('claims of sweeps name presets, regions and criteria that exist, and use each of their sweeps', () => {
  for (const claim of claims) {
    if (claim.kind !== 'sweep') continue
    const { sweeps, holds, instead } = claim
    const rates = [...holds, ...(instead?.holds ?? [])].flatMap(({ rate, than }) =>
      typeof than === 'number' ? [rate] : [rate, than],
    )
    expect(new Set(rates.map(({ sweep }) => sweep))).toEqual(new Set(Object.keys(sweeps)))
    for (const { sweep, region, criterion } of rates) {
      const section = singhTong.presets[sweeps[sweep]!.preset]!.config['sweep']
      expect(section).toHaveProperty(`regions.${region}`)
      expect(section).toHaveProperty(`success.${criterion}`)
    }
  }
})
