import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@ganglion/plan'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explain } from './explain.ts'
import { prepare } from './prepare.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'target-file-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A configuration file whose target is this. */
async function config(target: object): Promise<string> {
  const file = join(folder, 'game.json')
  const game = {
    target,
    generator: { plugin: 'points', points: 3 },
    discriminator: { plugin: 'features', features: 4 },
  }
  await writeFile(file, JSON.stringify(game, null, 1))
  return file
}

test('a file of points is seen from the configuration that names it', async () => {
  await writeFile(join(folder, 'truth.csv'), 'x,y\n1,2\n3,4\n')
  const game = await config({ kind: 'file', path: 'truth.csv' })
  const positions = [
    [1, 2],
    [3, 4],
  ]
  expect((await prepare(game)).target).toEqual({ kind: 'points', positions, masses: [0.5, 0.5] })
  const explained = await explain(game)
  expect(explained.get('target.positions')).toEqual({
    value: positions,
    origin: `settled from target.kind = file, ${game}:3`,
  })
  expect(explained.has('target.path')).toBe(false)
})

test('a mistake in it is told where the configuration names it', async () => {
  await writeFile(join(folder, 'ragged.json'), '[[1, 2], [3]]')
  const found = prepare(await config({ kind: 'file', path: 'ragged.json' }))
  await expect(found).rejects.toThrow(ConfigError)
  await expect(found).rejects.toThrow(
    /game\.json:4: target\.path: .*ragged\.json\[1\]: expected 2 coordinates as in the first, got 1/,
  )
})

test('a drawing of each member is told as it is written', async () => {
  const game = await config({ kind: 'sphere', points: 3, dimensions: 2, draw: 'member' })
  const explained = await explain(game)
  expect(explained.get('target.draw')).toEqual({ value: 'member', origin: `${game}:6` })
  expect(explained.get('target.radius')).toEqual({ value: 1, origin: 'built-in default' })
  expect(explained.has('target.positions')).toBe(false)
})
