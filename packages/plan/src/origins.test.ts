import { expect, test } from 'vitest'
import { parseOverride } from './config.ts'
import { good, world } from './fixtures.ts'
import { layered } from './layers.ts'
import { leaves } from './origins.ts'

const origins = async (...layers: Parameters<typeof layered>[0]) =>
  Object.fromEntries((await layered(layers, world)).origins)

test('values stand at their paths; a list is one value', () => {
  const config = { steps: 3, target: { means: [1, 2], deviation: 1 }, dynamics: {} }
  expect([...leaves(config)]).toEqual([
    ['steps', 3],
    ['target.means', [1, 2]],
    ['target.deviation', 1],
    ['dynamics', {}],
  ])
})

test('each value comes from the last layer that gives it', async () => {
  const found = await origins(good, { steps: 20, dynamics: { turns: 4 } }, { steps: 30 })
  expect(found).toMatchObject({
    steps: 2,
    'dynamics.turns': 1,
    'dynamics.generatorRate': 0,
    'dynamics.plugin': 0,
  })
})

test('a section named by a word gives the plugin', async () => {
  const found = await origins(good, parseOverride('dynamics=chess'))
  expect(found).toMatchObject({ 'dynamics.plugin': 1, 'dynamics.generatorRate': 0 })
})

test('what went with another plugin has no origin, also when the plugin comes back', async () => {
  const away = parseOverride('discriminator=fence')
  const back = parseOverride('discriminator=wall')
  expect(await origins(good, away)).not.toHaveProperty(['discriminator.edges'])
  const found = await origins(good, away, back)
  expect(found).not.toHaveProperty(['discriminator.edges'])
  expect(found).toMatchObject({ 'discriminator.plugin': 2 })
})
