import { defineDiscriminator, PlanError, type Values } from '@ganglion/core'
import { describe, expect, test } from 'vitest'
import { buildPlan, canonical } from './build-plan.ts'
import { merge, parseOverride, type Config } from './config.ts'
import { good, world } from './fixtures.ts'
import { ConfigError } from './problem.ts'

const changed = (...overrides: string[]): Config => overrides.map(parseOverride).reduce(merge, good)

/** What is wrong with a configuration: messages by path. */
async function mistakes(config: Config): Promise<Record<string, string>> {
  const error: unknown = await buildPlan(config, world).then(
    () => null,
    (e: unknown) => e,
  )
  if (error === null) return {}
  if (!(error instanceof ConfigError)) throw error
  expect(new Set(error.problems.map((p) => p.path)).size).toBe(error.problems.length)
  return Object.fromEntries(error.problems.map((p) => [p.path, p.message]))
}

describe('a plan', () => {
  test('fills in defaults and takes what was given', async () => {
    const plan = await buildPlan(good, world)
    expect(plan.generator.sizes).toEqual({ atoms: 2 })
    expect(plan.generator.options).toEqual({ spread: 1 })
    expect(plan.generator.given).toEqual({ places: [0, 1], masses: [0.5, 0.5] })
    expect(plan.discriminator.options).toEqual({ mortar: 'lime' })
    expect(plan.dynamics.options).toEqual({ generatorRate: 0.2, turns: 3 })
    expect(plan.optimizer.name).toBe('sgd')
    expect(plan.detectors.map((d) => d.name)).toEqual(['quiet'])
    expect([plan.steps, plan.seed, plan.members, plan.every]).toEqual([10, 1, 1, 1])
  })

  test('a random start leaves given starts aside, fixed arrays stay', async () => {
    const plan = await buildPlan(changed('generator.initial=random'), world)
    expect(plan.generator.given).toEqual({ masses: [0.5, 0.5] })
  })

  test('has one hash however it is written, and another for another game', async () => {
    const { hash } = await buildPlan(good, world)
    const turned = Object.fromEntries(Object.entries(good).reverse())
    expect((await buildPlan(turned, world)).hash).toBe(hash)
    expect((await buildPlan(changed('generator.spread=1'), world)).hash).toBe(hash)
    expect((await buildPlan(changed('seed=2'), world)).hash).not.toBe(hash)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('canonical text sorts keys at every depth', () => {
    expect(canonical({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
  })
})

describe('mistakes', () => {
  test('are all named at once, each in its place', async () => {
    const found = await mistakes({
      ...changed(
        'stps=3',
        'seed=-1',
        'generator.places=[1]',
        'generator.spread=9',
        'generator.massses=[1]',
        'discriminator=wal',
        'dynamics.generatorRate=NaN',
        'target.weights=[1]',
        'metrics=["sise"]',
        'detectors=["quiet",{"plugin":"quiet","hold":0},"quite"]',
      ),
    })
    expect(Object.keys(found).sort()).toEqual([
      'detectors[1]',
      'detectors[2]',
      'discriminator',
      'dynamics.generatorRate',
      'generator.massses',
      'generator.places',
      'generator.spread',
      'metrics[0]',
      'seed',
      'stps',
      'target.weights',
    ])
    expect(found['stps']).toBe('unknown key; did you mean steps?')
    expect(found['generator.massses']).toBe('unknown key; did you mean masses?')
    expect(found['discriminator']).toMatch(/got "wal"; did you mean wall\?.* --plugin <folder>/)
    expect(found['metrics[0]']).toMatch(/did you mean size\?/)
    expect(found['detectors[2]']).toMatch(/did you mean quiet\?/)
    expect(found['generator.places']).toBe('expected 2 numbers (atoms = 2), got 1')
    expect(found['generator.spread']).toMatch(/between 0\.5 and 4, got 9/)
    expect(found['dynamics.generatorRate']).toMatch(/finite.*got NaN/)
  })

  test.each([
    ['generator.places=[1,null]', 'generator.places[1]', /got null/],
    ['generator.spread=Infinity', 'generator.spread', /finite.*got Infinity/],
    ['generator.spread=1e999', 'generator.spread', /finite.*got Infinity/],
    ['discriminator.mortar=mud', 'discriminator.mortar', /"lime".*"clay".*got "mud"/],
    ['discriminator.mortr=clay', 'discriminator.mortr', /did you mean mortar\?/],
    ['target.means=x', 'target.means', /expected a list, got "x"$/],
    ['target.weights=[-1,2]', 'target.weights[0]', /0 or more, got -1/],
    ['target.weights=[0.5,0.6]', 'target.weights', /a sum of 1/],
    [
      'target.kind=point',
      'target.kind',
      /one of "mixture", "points", .*, got "point"; did you mean points\?/,
    ],
    ['detectors=quiet', 'detectors', /expected a list, got "quiet": write \["quiet"\]/],
    ['detectors=quiet,loud', 'detectors', /write \["quiet","loud"\]/],
    [
      'generator.places=[1,NaN]',
      'generator.places',
      /list of numbers, got "\[1,NaN\]"; a list is written as JSON/,
    ],
    ['target.means=[]', 'target.means', /at least one/],
    ['target.knd=1', 'target.knd', /did you mean kind\?/],
    ['target.deviation=0', 'target.deviation', /greater than 0, got 0/],
    ['steps=0', 'steps', /got 0/],
    ['steps=1.5', 'steps', /got 1\.5/],
    ['optimizer=3', 'optimizer', /one of optimizers, got 3/],
    ['generator=constructor', 'generator', /got "constructor"/],
    ['dynamics=chess', 'dynamics', /needs `best`, which discriminator wall does not have/],
  ])('%s', async (override, path, message) => {
    const found = await mistakes(
      override.startsWith('dynamics=') ? { ...good, dynamics: 'chess' } : changed(override),
    )
    expect(Object.keys(found)).toEqual([path])
    expect(found[path]).toMatch(message)
  })

  test('a best answer that is not known for the kinds of laws told', async () => {
    const asked: [string, Values, object][] = []
    const hedge = defineDiscriminator({
      name: 'hedge',
      source: 'a test',
      sizes: { posts: 3 },
      options: { mortar: { choices: ['lime', 'clay'] }, height: 2 },
      parameters: ({ posts }) => ({ heights: [posts] }),
      memory: () => ({ cut: [] }),
      initial: () => ({ heights: [0, 0, 0] }),
      critic: (x) => x(0),
      expectation: { mixture: (law) => law.deviation },
      best: (target, _, state, settings) => {
        asked.push([target.kind, state, settings])
        if (target.kind === 'points') throw new PlanError('hedges are cut by mixtures only')
        throw new Error('of what is played, not of what is planned')
      },
    })
    const grown = {
      ...world,
      discriminators: { ...world['discriminators'], hedge: () => Promise.resolve(hedge) },
    }
    const game = { ...good, discriminator: 'hedge', dynamics: 'chess' }
    const points = { kind: 'points', positions: [[0], [1]] }
    const planned = buildPlan({ ...game, target: points }, grown)
    const refused = await planned.catch((e: unknown) => e)
    expect((refused as ConfigError).problems).toEqual([
      {
        path: 'target',
        message: expect.stringMatching(
          /^dynamics chess needs `best` of discriminator hedge, .* told points for the target .*: hedges are cut by mixtures only$/,
        ),
      },
    ])
    await buildPlan(game, grown)
    const settings = { posts: 3, mortar: 'lime', height: 2 }
    const state = { heights: [0, 0, 0], cut: [0] }
    expect(asked).toEqual([
      ['points', state, settings],
      ['mixture', state, settings],
    ])
    // A dynamics that does not ask is not refused.
    await buildPlan({ ...game, target: points, dynamics: 'waltz' }, grown)
  })

  test('points of different dimensions, and a list where a point should be', async () => {
    const target = { kind: 'points', positions: [[1, 2], [3]] }
    expect(await mistakes({ ...good, target })).toEqual({
      'target.positions[1]': 'expected 2 coordinates as in the first, got 1',
    })
    const shapeless = await mistakes({ ...good, target: { kind: 'points' } })
    expect(shapeless).toEqual({
      'target.positions': expect.stringMatching(/a list of points, each a list of coordinates/),
    })
    const flat = { kind: 'points', positions: [[1], 2] }
    expect(Object.keys(await mistakes({ ...good, target: flat }))).toEqual(['target.positions[1]'])
  })

  test('a section sweep without cells is told what to write; its keys at the top are told their place', async () => {
    expect(await mistakes({ ...good, trials: 3, sweep: { trials: 4 } })).toEqual({
      trials: 'unknown key; did you mean sweep.trials?',
      'sweep.cells': expect.stringMatching(/^missing: .* write \{\} for one cell a group$/),
    })
  })

  test('keys that reach into prototypes are refused', async () => {
    const sly = JSON.parse('{"generator":{"__proto__":{"spread":2}},"prototype":1}') as Config
    expect(Object.keys(await mistakes(merge(good, sly)))).toEqual([
      'generator.__proto__',
      'prototype',
    ])
  })

  test('an empty configuration misses its target and its players', async () => {
    expect(Object.keys(await mistakes({ dynamics: 'waltz' })).sort()).toEqual([
      'discriminator',
      'generator',
      'target',
    ])
  })
})
