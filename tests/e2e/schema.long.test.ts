import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configSchema, prepare, presets, registryWith, type Config } from 'ganglion'
import { afterAll, describe, expect, test } from 'vitest'
import { ganglion, root } from './command.ts'
import { breaches, type Schema } from './json-schema.ts'

const folder = mkdtempSync(join(root, 'tests/e2e/tmp-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const registry = await registryWith()
const schema = (await configSchema(registry)) as Schema
const listed = Object.entries(await presets(registry))
const both = async (config: Config) => ({
  schema: breaches(schema, config).length === 0,
  checker: await prepare(config).then(
    () => true,
    () => false,
  ),
})
const accepted = { schema: true, checker: true }
const mean = 'generator.means[0]'
const refused = { schema: false, checker: false }

/** A copy of a configuration with one key renamed. */
function misspelt(config: Config, path: readonly string[]): Config {
  const copy = structuredClone(config) as Record<string, unknown>
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as typeof copy, copy)
  holder[`${path.at(-1)}x`] = holder[path.at(-1)!]
  delete holder[path.at(-1)!]
  return copy
}

describe('the schema and the checker agree', () => {
  test.each(listed)('on %s, and on every misspelling of a key of it', async (_, { config }) => {
    expect(breaches(schema, config)).toEqual([])
    for (const [section, value] of Object.entries(config)) {
      expect(breaches(schema, misspelt(config, [section])), section).not.toEqual([])
      if (typeof value !== 'object' || Array.isArray(value)) continue
      for (const key of Object.keys(value as object))
        expect(await both(misspelt(config, [section, key])), `${section}.${key}`).toEqual(refused)
    }
  })

  test.each<readonly [string, Config]>([
    ['a preset alone', { preset: 'li2017/fig1b' }],
    ['the key for editors', { $schema: './ganglion.schema.json', preset: 'li2017/fig1b' }],
    [
      'a section that a preset completes',
      { preset: 'li2017/fig1b', dynamics: { generatorRate: 1 } },
    ],
    ['a plugin by its name', { preset: 'li2017/fig1b', dynamics: 'best-response' }],
    [
      'an option of a detector',
      { preset: 'li2017/fig1b', detectors: [{ plugin: 'stall', hold: 9 }] },
    ],
    ['part of a target', { preset: 'li2017/fig1b', target: { deviation: 2 } }],
    [
      'a target of points',
      { preset: 'li2017/fig1b', target: { kind: 'points', positions: [[0]] } },
    ],
    [
      'cells that are kept',
      { preset: 'li2017/fig3-unrolled', sweep: { where: { less: [mean, 0] } } },
    ],
  ])('in accepting %s', async (_, config) => {
    expect(await both(config)).toEqual(accepted)
  })

  test.each<readonly [string, Config]>([
    ['another preset', { preset: 'li2017/fig1x' }],
    ['no target', { generator: 'mixture', discriminator: 'interval' }],
    ['a rate below its range', { preset: 'li2017/fig1b', dynamics: { generatorRate: -1 } }],
    ['another word', { preset: 'li2017/fig1b', discriminator: { crossing: 'cut' } }],
    ['an unknown plugin', { preset: 'li2017/fig1b', discriminator: { plugin: 'intervall' } }],
    [
      'an option of another dynamics',
      { preset: 'li2017/fig1b', dynamics: { plugin: 'best-response', discriminatorRate: 1 } },
    ],
    ['a metric that nobody has', { preset: 'li2017/fig1b', metrics: ['l2'] }],
    [
      'a misspelt option of a detector',
      { preset: 'li2017/fig1b', detectors: [{ plugin: 'stall', hld: 9 }] },
    ],
    ['half a step', { preset: 'li2017/fig1b', steps: 1.5 }],
    ['masses of a mixture', { preset: 'li2017/fig1b', target: { kind: 'mixture', masses: [1] } }],
    ['a sweep of no such thing', { preset: 'li2017/fig3-unrolled', sweep: { trails: 3 } }],
    ['half a comparison', { preset: 'li2017/fig3-unrolled', sweep: { where: { less: [mean] } } }],
    [
      'a comparison of three',
      { preset: 'li2017/fig3-unrolled', sweep: { where: { less: [mean, 0, 1] } } },
    ],
  ])('in refusing %s', async (_, config) => {
    expect(await both(config)).toEqual(refused)
  })
})

test('`ganglion schema` prints it, plugins of the same line included', () => {
  const mine = write(
    'mine.ts',
    `import { defineDiscriminator, sum } from 'ganglion/plugin'
export default defineDiscriminator({
  name: 'mine', source: 'none', sizes: { slopes: 1 }, options: { gain: { default: 1, min: 0, max: 9, description: 'how loud' } },
  parameters: ({ slopes }) => ({ slope: [slopes] }), initial: () => ({ slope: [0] }),
  critic: (x, { slope }) => sum(slope, (s) => s.times(x(0))),
})\n`,
  )
  const printed = (...flags: string[]) => JSON.parse(ganglion('schema', ...flags).out) as Schema
  expect(printed()).toEqual(JSON.parse(JSON.stringify(schema)))
  const config = { preset: 'li2017/fig1b', discriminator: { plugin: 'mine', gain: 3 } }
  expect(breaches(schema, config)).not.toEqual([])
  const wider = printed('--plugin', mine)
  expect(breaches(wider, config)).toEqual([])
  expect(breaches(wider, { ...config, discriminator: { plugin: 'mine', gain: 10 } })).not.toEqual(
    [],
  )
  expect(JSON.stringify(wider)).toContain('how loud')
})

test('`ganglion schema PRESET` knows the plugins of the preset only, and refuses other keys', () => {
  const narrow = JSON.parse(ganglion('schema', 'li2017/fig1c').out) as Schema
  const config = listed.find(([name]) => name === 'li2017/fig1c')![1].config as Record<
    string,
    object
  >
  expect(breaches(narrow, config)).toEqual([])
  const dynamics = { ...config['dynamics'], discriminatorRate: 1 }
  expect(breaches(narrow, { ...config, dynamics })).not.toEqual([])
  expect(breaches(narrow, { ...config, dynamics: 'alternating' })).not.toEqual([])
  expect(breaches(schema, { ...config, dynamics: 'alternating' })).toEqual([])
})

test('a file may name its schema; the plan does not change', () => {
  const config = (more: string) =>
    write(`${more.length}.jsonc`, `{ ${more}"preset": "li2017/fig1b", "steps": 3 }`)
  const hash = (file: string) => /"planHash":"(\w+)"/.exec(ganglion('run', file, '--json').out)?.[1]
  expect(hash(config('"$schema": "./ganglion.schema.json", '))).toBe(hash(config('')))
})
