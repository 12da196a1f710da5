import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineGenerator } from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { buildPlan } from './build-plan.ts'
import type { Config } from './config.ts'
import { good, world } from './fixtures.ts'
import { ConfigError } from './problem.ts'
import { withFileRead } from './settle-target.ts'

const planOf = (target: Config, over: Config = {}) => buildPlan({ ...good, ...over, target }, world)

async function mistakes(target: Config, over: Config = {}): Promise<Record<string, string>> {
  const error: unknown = await planOf(target, over).catch((e: unknown) => e)
  if (!(error instanceof ConfigError))
    throw new Error(`expected a ConfigError, got ${String(error)}`)
  return Object.fromEntries(error.problems.map(({ path, message }) => [path, message]))
}

test('a ring settles into points: the plan is that of the points written out', async () => {
  const plan = await planOf({ kind: 'ring', points: 2, radius: 3, masses: [0.25, 0.75] })
  const written: Config = {
    kind: 'points',
    positions: [
      [3, 0],
      [-3, 0],
    ],
    masses: [0.25, 0.75],
  }
  expect(plan.target).toEqual(written)
  expect(plan.config['target']).toEqual(written)
  expect(plan.drawTarget).toBeUndefined()
  expect(plan.hash).toBe((await planOf(written)).hash)
})

test('a grid is in the plane and of spacing 1 where nothing else is said', async () => {
  const { target } = await planOf({ kind: 'grid', side: 2 })
  expect(target).toMatchObject({
    positions: [
      [-0.5, -0.5],
      [-0.5, 0.5],
      [0.5, -0.5],
      [0.5, 0.5],
    ],
  })
})

test('a sphere is drawn once, from the seed', async () => {
  const sphere = { kind: 'sphere', points: 3, dimensions: 10 }
  const [one, again, other] = [
    await planOf(sphere),
    await planOf(sphere),
    await planOf(sphere, { seed: 2 }),
  ]
  expect(again.target).toEqual(one.target)
  expect(other.target).not.toEqual(one.target)
  expect(one.config['target']).toEqual(one.target)
})

test('drawn anew for each member: the plan keeps the drawing, the first member has what all would', async () => {
  const sphere = { kind: 'sphere', points: 3, dimensions: 10 }
  const plan = await planOf({ ...sphere, draw: 'member' })
  expect(plan.config['target']).toEqual({ ...sphere, radius: 1, draw: 'member' })
  expect(plan.target).toEqual((await planOf(sphere)).target)
  const drawn = (member: number) => plan.drawTarget!(cursor(stream(plan.seed, 'target'), member))
  expect(drawn(0)).toEqual(plan.target)
  expect(drawn(1)).not.toEqual(plan.target)
  expect(plan.hash).not.toBe((await planOf(sphere)).hash)
})

test('a file becomes the points that it holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'target-'))
  const path = join(folder, 'points.csv')
  await writeFile(path, '1,2\n3,4\n')
  const target = { kind: 'file', path, masses: [0.1, 0.9] }
  const points = {
    kind: 'points',
    positions: [
      [1, 2],
      [3, 4],
    ],
    masses: [0.1, 0.9],
  }
  expect((await planOf(target)).config['target']).toEqual(points)
  const read = await withFileRead({ ...good, target })
  expect(read).toEqual({ ...good, target: points })
  const heavy = join(folder, 'masses.csv')
  await writeFile(heavy, 'x,y,mass\n1,2,0.1\n3,4,0.9\n')
  expect((await planOf({ kind: 'file', path: heavy })).config['target']).toEqual(points)
  await writeFile(heavy, 'x,y,mass\n1,2,0.5\n3,4,0.9\n')
  expect(await mistakes({ kind: 'file', path: heavy })).toEqual({
    'target.path': `${heavy}: masses: expected a sum of 1, got 1.4`,
  })
  await rm(folder, { recursive: true })
  expect((await buildPlan(read, world)).target).toEqual(points)
  expect(await mistakes(target)).toEqual({ 'target.path': `${path}: there is no such file` })
  await expect(withFileRead({ target })).rejects.toThrow(ConfigError)
})

test.each([
  [{ kind: 'ring', points: 0 }, 'target.points', /between 1 and 100000, got 0/],
  [{ kind: 'ring', point: 3 }, 'target.point', /did you mean points\?/],
  [{ kind: 'ring', points: 3, radius: 0 }, 'target.radius', /greater than 0, got 0/],
  [{ kind: 'ring', points: 3, masses: [0.5, 0.5] }, 'target.masses', /expected 3 numbers, got 2/],
  [{ kind: 'ring', points: 2, masses: [0.5, 0.6] }, 'target.masses', /a sum of 1, got 1.1/],
  [{ kind: 'sphere', points: 2 }, 'target.dimensions', /missing/],
  [{ kind: 'sphere', points: 2, dimensions: 2, draw: 'each' }, 'target.draw', /got "each"/],
  [
    { kind: 'grid', side: 100, dimensions: 4 },
    'target.side',
    /at most 100000 points in all, got 100/,
  ],
  [{ kind: 'points', positions: [[], []] }, 'target.positions[0]', /at least one coordinate/],
  [{ kind: 'file', path: 3 }, 'target.path', /expected string, got 3/],
  [{ kind: 'rng', points: 3 }, 'target.kind', /one of .*"ring".*did you mean ring\?/],
])('%j is refused', async (target, path, message) => {
  expect((await mistakes(target))[path]).toMatch(message)
})

test('players that are elsewhere than the target are told where it is', async () => {
  const swarm = defineGenerator({
    name: 'swarm',
    source: 'a test',
    sizes: { bees: 2, dimensions: 2 },
    parameters: ({ bees, dimensions }) => ({ places: [bees, dimensions] }),
    initial: () => ({ places: [] }),
    measure: () => {
      throw new Error('no plan plays')
    },
  })
  const all = { ...world, generators: { swarm: () => Promise.resolve(swarm) } }
  const told = async (target: Config, section: Config = {}) => {
    const generator = { plugin: 'swarm', ...section }
    const error: unknown = await buildPlan({ ...good, target, generator }, all).catch((e) => e)
    return error instanceof ConfigError ? error.problems : []
  }
  const sphere = { kind: 'sphere', points: 3, dimensions: 10 }
  const path = 'generator.dimensions'
  expect(await told(sphere)).toEqual([
    {
      path,
      message:
        'expected 10 for this target, got 2 (the default of swarm): set generator.dimensions to 10',
    },
  ])
  expect(await told({ kind: 'mixture', means: [0] }, { dimensions: 3 })).toEqual([
    {
      path,
      message: 'expected 1 for a target on the line, got 3: set generator.dimensions to 1',
    },
  ])
  expect(await told(sphere, { dimensions: 10 })).toEqual([])
})
