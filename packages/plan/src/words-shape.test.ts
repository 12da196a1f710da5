import { defineGenerator } from '@ganglion/core'
import { expect, test } from 'vitest'
import { buildPlan } from './build-plan.ts'
import { configSchema } from './config-schema.ts'
import { merge, parseOverride, type Config } from './config.ts'
import { good, world } from './fixtures.ts'
import { ConfigError } from './problem.ts'
import type { Registry } from './registry.ts'

/** Atoms whose masses are given, or trained, or given beside something else that is trained. */
const shaped = defineGenerator({
  name: 'shaped',
  source: 'a test',
  sizes: { atoms: 2 },
  options: { learned: { choices: ['places', 'masses', 'lifts'] } },
  parameters: ({ atoms }, { learned }) => ({
    places: [atoms],
    ...(learned === 'masses' && { masses: [atoms] }),
    ...(learned === 'lifts' && { lifts: [atoms] }),
  }),
  fixed: ({ atoms }, { learned }) => ({ ...(learned !== 'masses' && { masses: [atoms] }) }),
  initial: () => ({}),
  measure: ({ places, masses }) => ({
    kind: 'mixture',
    means: places,
    weights: masses!,
    deviation: places(0),
  }),
})
const registry: Registry = {
  ...world,
  generators: { ...world['generators'], shaped: () => Promise.resolve(shaped) },
}
const written = merge(good, { generator: { plugin: 'shaped' } })
const changed = (...overrides: string[]): Config =>
  overrides.map(parseOverride).reduce(merge, written)

async function mistakes(...overrides: string[]): Promise<Record<string, string>> {
  const error: unknown = await buildPlan(changed(...overrides), registry).catch((e: unknown) => e)
  if (!(error instanceof ConfigError)) return {}
  return Object.fromEntries(error.problems.map((p) => [p.path, p.message]))
}

test('words decide which arrays may be given, and which a random start leaves aside', async () => {
  const given = async (...overrides: string[]) =>
    (await buildPlan(changed(...overrides), registry)).generator.given
  const both = { places: [0, 1], masses: [0.5, 0.5] }
  expect(await given()).toEqual(both)
  expect(await given('generator.initial=random')).toEqual({ masses: [0.5, 0.5] })
  expect(await given('generator.learned=masses')).toEqual(both)
  expect(await given('generator.learned=masses', 'generator.initial=random')).toEqual({})
  const lifted = ['generator.learned=lifts', 'generator.lifts=[1,2]']
  expect(await given(...lifted)).toEqual({ ...both, lifts: [1, 2] })
})

test('an array that other words bring is refused with these words', async () => {
  expect(await mistakes('generator.lifts=[1,2]')).toEqual({
    'generator.lifts':
      'the words chosen here bring no such array, only places, masses; it comes with learned=lifts',
  })
  expect(await mistakes('generator.learned=lifts', 'generator.lifts=[1]')).toEqual({
    'generator.lifts': 'expected 2 numbers (atoms = 2), got 1',
  })
})

test('a word that there is not is refused with those that there are', async () => {
  expect(await mistakes('generator.learned=lift')).toEqual({
    'generator.learned': 'expected "places" | "masses" | "lifts", got "lift"; did you mean lifts?',
  })
  expect(await mistakes('geometry=mas', 'mirrored=yes')).toEqual({
    geometry: 'expected "coordinate" | "mass", got "mas"; did you mean mass?',
    mirrored: 'expected boolean, got "yes"',
  })
})

test('a plan says geometry and mirrored, and another of them is another game', async () => {
  const [plain, mass, mirrored] = await Promise.all(
    [[], ['geometry=mass'], ['mirrored=true']].map((over) => buildPlan(changed(...over), registry)),
  )
  expect([plain!.geometry, plain!.mirrored]).toEqual(['coordinate', false])
  expect([mass!.geometry, mirrored!.mirrored]).toEqual(['mass', true])
  expect(mass!.config).toMatchObject({ geometry: 'mass', mirrored: false })
  expect(new Set([plain!.hash, mass!.hash, mirrored!.hash]).size).toBe(3)
})

test('geometry mass is refused where the start has no mass', async () => {
  const empty = 'generator.masses=[1,0]'
  const told = expect.stringContaining('expected a mass above 0 for geometry=mass, got 0')
  expect(await mistakes(empty)).toEqual({})
  for (const learned of ['places', 'masses', 'lifts'])
    expect(await mistakes(empty, 'geometry=mass', `generator.learned=${learned}`)).toEqual({
      'generator.masses[1]': told,
    })
  // What is no mass may well be 0.
  const lifts = ['generator.learned=lifts', 'generator.lifts=[0,1]']
  expect(await mistakes('geometry=mass', ...lifts)).toEqual({})
})

test('the schema of editors knows the arrays of all words', async () => {
  const text = JSON.stringify(await configSchema(registry))
  for (const word of ['"lifts"', '"geometry"', '"mirrored"']) expect(text).toContain(word)
})
