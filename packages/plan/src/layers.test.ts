import { expect, test } from 'vitest'
import { parseOverride, type Config } from './config.ts'
import { good, world } from './fixtures.ts'
import { layer, presetConfig, presetNames } from './layers.ts'
import { suggest } from './suggest.ts'

test('the later layer wins: preset < file < environment < flags', async () => {
  const file = { steps: 20, seed: 2, members: 3, dynamics: { turns: 4 } }
  const environment = ['seed=5', 'members=6']
  const flags = [{ members: 7 }]
  const config = await layer([good, file, ...environment.map(parseOverride), ...flags], world)
  expect(config).toMatchObject({
    steps: 20,
    seed: 5,
    members: 7,
    dynamics: { plugin: 'waltz', generatorRate: 0.2, turns: 4 },
    target: good['target'],
  })
})

test('the name of another plugin replaces only the plugin; keys that it does not know go with the old one', async () => {
  const config = await layer([good, parseOverride('discriminator=fence')], world)
  expect(config['discriminator']).toEqual({ plugin: 'fence' })
  expect(config['generator']).toEqual(good['generator'])
  const dynamics = await layer([good, parseOverride('dynamics=chess')], world)
  expect(dynamics['dynamics']).toEqual({ plugin: 'chess', generatorRate: 0.2 })
})

test('a target of another kind replaces the one below; one of the same kind is laid over it', async () => {
  const points = await layer(
    [good, parseOverride('target={"kind":"points","positions":[[0],[1]]}')],
    world,
  )
  expect(points['target']).toEqual({ kind: 'points', positions: [[0], [1]] })
  const wider = await layer([good, parseOverride('target.deviation=2')], world)
  expect(wider['target']).toEqual({ ...(good['target'] as object), deviation: 2 })
})

test('a plugin named like a member of Object is only an unknown name', async () => {
  const config = await layer([good, parseOverride('discriminator=constructor')], world)
  expect(config['discriminator']).toEqual({ plugin: 'constructor' })
})

test('__proto__ stays a key through every layer and reaches no prototype', async () => {
  const sly = JSON.parse('{"__proto__":{"steps":3}}') as Config
  const config = await layer([good, sly], world)
  expect(Object.hasOwn(config, '__proto__')).toBe(true)
  expect(Object.getPrototypeOf(config)).toBe(Object.prototype)
})

test('presets are found by name, and misspelt ones are corrected', async () => {
  expect(await presetNames(world)).toEqual(['tale/one'])
  expect(await presetConfig('tale/one', world, suggest)).toBe(good)
  expect(await presetConfig('file.jsonc', world, suggest)).toBeNull()
  expect(await presetConfig('tale/file.jsonc', world, suggest)).toBeNull()
  await expect(presetConfig('tale/ome', world, suggest)).rejects.toThrow('did you mean tale/one?')
  await expect(presetConfig('constructor/one', world, suggest)).rejects.toThrow('no preset')
})
