import type { Frame } from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { survivalOf } from '@ganglion/numerics'
import { layer, type Config } from '@ganglion/plan'
import {
  cellValues,
  Digest,
  planSweep,
  playChunk,
  ratesIn,
  Tally,
  timesIn,
  type ChunkTable,
  type GroupSummary,
  type RegionSummary,
  type SweepPlan,
} from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { planOf } from './game.ts'

const first = 'generator.means[0]'
const second = 'generator.means[1]'

/** Weighted pairs from nine starts, of which some are in order; how long until the means are near. */
const section: Config = {
  cells: { generator: { means: { from: -1.5, to: 0.5, count: 3 } } },
  groups: {
    alpha: {
      values: [0.5, 0.25],
      set: {
        'target.weights': ['alpha', '1 - alpha'],
        generator: { weights: ['alpha', '1 - alpha'] },
      },
    },
  },
  trials: 2,
  success: { means: { signal: 'mean-distance', below: 0.1 } },
  times: { near: { signal: 'mean-distance', below: 0.4 } },
  regions: {
    ordered: { less: [first, second] },
    reversed: { less: [second, first] },
    diagonal: { equal: [first, second] },
    notAbove: { lessOrEqual: [first, second] },
  },
}
const game: Config = {
  discriminator: { initial: 'random' },
  dynamics: { plugin: 'simultaneous', generatorRate: 0.3, discriminatorRate: 0.3 },
  metrics: ['mean-distance'],
  detectors: ['divergence'],
  steps: 105,
  every: 10,
  seed: 7,
}

async function sweepOf(over: Config = {}, chunk?: number): Promise<SweepPlan> {
  const { presets } = await registry.papers.li2017()
  const config = await layer(
    [presets['fig1b']!.config, game, { sweep: section }, { sweep: over }],
    registry,
  )
  return planSweep(config, registry, chunk)
}

async function played(plan: SweepPlan, ensemble?: number): Promise<ChunkTable[]> {
  const tables: ChunkTable[] = []
  // The last first: the order must not matter.
  for (const chunk of plan.chunks.toReversed())
    tables[chunk.chunk] = await playChunk(plan, chunk, ensemble ? { ensemble } : {})
  return tables
}

function digest(plan: SweepPlan, tables: readonly ChunkTable[]): string {
  const found = new Digest(plan)
  for (const table of tables) found.add(table)
  return found.end()
}

function summary(plan: SweepPlan, tables: readonly ChunkTable[]): GroupSummary[] {
  const tally = new Tally(plan)
  for (const table of tables) tally.add(table)
  return tally.summary()
}

const column = (table: ChunkTable, name: string) =>
  table.columns.find((one) => one.name === name)!.values

test('an axis sets several arrays, and names the groups by its number', async () => {
  const plan = await sweepOf()
  expect(plan.groups.map(({ options }) => options)).toEqual([{ alpha: 0.5 }, { alpha: 0.25 }])
  for (const { options, plan: one } of plan.groups) {
    const alpha = options['alpha'] as number
    expect(one.target).toMatchObject({ weights: [alpha, 1 - alpha] })
    expect(one.generator.given['weights']).toEqual([alpha, 1 - alpha])
  }
})

test('geometric and linear values; axes combine with lists and with one another, the last fastest', async () => {
  const weights = ['alpha', '1 - alpha']
  const groups = {
    alpha: {
      values: { from: 0.5, to: 0.125, count: 3, spacing: 'geometric' },
      set: { 'target.weights': weights, generator: { weights: 'no list' } },
    },
    rate: {
      values: { from: 0.1, to: 0.3, count: 2 },
      set: { 'dynamics.generatorRate': 'rate * alpha' },
    },
    dynamics: { plugin: ['simultaneous', 'alternating'] },
  }
  const set = { 'target.weights': weights, generator: { weights } }
  const plan = await sweepOf({ groups: { ...groups, alpha: { ...groups.alpha, set } } })
  expect(plan.groups.length).toBe(12)
  expect(plan.groups[0]!.options).toEqual({
    alpha: 0.5,
    rate: 0.1,
    'dynamics.plugin': 'simultaneous',
  })
  expect(plan.groups[1]!.options['dynamics.plugin']).toBe('alternating')
  expect(plan.groups[2]!.options['rate']).toBe(0.3)
  expect(plan.groups[4]!.options['alpha']).toBeCloseTo(0.25, 15)
  expect(plan.groups[11]!.plan.dynamics.options['generatorRate']).toBe(0.3 * 0.125)
})

test('a region without starts is null, and only where a cell fulfils `where` is it played', async () => {
  const some = await sweepOf({ where: 'ordered' })
  expect(some.cells).toBe(6)
  const cells = some.groups[0]!.cells
  expect([0, 1, 2].map((cell) => cellValues(cells, cell)['generator.means'])).toEqual([
    [-1.5, -0.5],
    [-1.5, 0.5],
    [-0.5, 0.5],
  ])
  for (const entry of summary(some, await played(some))) {
    expect(Object.keys(entry)).toEqual(['group', 'ordered', 'reversed', 'diagonal', 'notAbove'])
    expect(entry).toMatchObject({
      ordered: { means: { mean: expect.any(Number), standardError: expect.any(Number), cells: 3 } },
      reversed: null,
      diagonal: null,
      notAbove: { means: { members: 6 } },
    })
  }
  const [all] = summary(await sweepOf(), await played(await sweepOf()))
  expect(all).toMatchObject({
    reversed: { means: { cells: 3 } },
    notAbove: { means: { cells: 6 } },
  })
  const own = await sweepOf({ where: { lessOrEqual: [first, -1.5], unequal: [second, -0.5] } })
  expect(own.groups[0]!.cells.count).toBe(2)
  expect((await sweepOf({ where: 'all' })).cells).toBe(18)
})

test('any size of chunks and of ensembles gives the same table with times, and each time is that of the member alone', async () => {
  const plan = await sweepOf({ where: 'notAbove' }, 24)
  const tables = await played(plan)
  const table = digest(plan, tables)
  for (const [chunk, ensemble] of [
    [5, 2],
    [16, 7],
  ] as const) {
    const other = await sweepOf({ where: 'notAbove' }, chunk)
    const cut = await played(other, ensemble)
    expect([other.hash, digest(other, cut)]).toEqual([plan.hash, table])
    expect(summary(other, cut)).toEqual(summary(plan, tables))
  }
  const seen = new Set<string>()
  for (const one of tables) {
    const { cells, trials, options } = plan.groups[one.group]!
    const times = column(one, 'time.near')
    for (let row = 0; row < times.length; row += 3) {
      const member = one.from + row
      const { 'generator.means': means } = cellValues(cells, Math.floor(member / trials))
      const alpha = options['alpha'] as number
      const weights = [alpha, 1 - alpha]
      const alone = await planOf('fig1b', game, {
        target: { weights },
        generator: { means, weights },
      })
      const frames: Frame[] = []
      const live = createExperiment(alone, { firstMember: member })
      live.frames$.subscribe((frame) => frames.push(frame))
      await live.done
      const near = frames.find((frame) => frame.signals['mean-distance']!.numbers[0]! < 0.4)
      expect(times[row]).toBe(near?.step ?? NaN)
      seen.add(near === undefined ? 'never' : near.step === 0 ? 'at once' : 'later')
    }
  }
  // Otherwise this compares nothing.
  expect([...seen].toSorted()).toEqual(['at once', 'later', 'never'])
}, 60_000)

test('the summary tells the median and the restricted mean of the times of each region, censored at the last step', async () => {
  const plan = await sweepOf()
  const tables = await played(plan)
  summary(plan, tables).forEach((entry, g) => {
    const { cells, trials } = plan.groups[g]!
    const lifetimes = tables
      .filter(({ group }) => group === g)
      .flatMap((one) =>
        [...column(one, 'time.near')].map((time, row) => ({ time, member: one.from + row })),
      )
      .filter(({ member }) => {
        const [a, b] = cellValues(cells, Math.floor(member / trials))['generator.means'] as number[]
        return a! < b!
      })
      .map(({ time }) =>
        Number.isNaN(time) ? { time: 105, reached: false } : { time, reached: true },
      )
    expect(lifetimes.length).toBe(6)
    const region = entry['ordered'] as RegionSummary
    expect(timesIn(region)).toEqual([['near', survivalOf(lifetimes, 105)]])
    expect(ratesIn(region).map(([name]) => name)).toEqual(['means'])
  })
})

const axis = (over: Config): Config => ({ groups: { alpha: over } })

const refused: readonly (readonly [Config, RegExp])[] = [
  [axis({ value: [0.5] }), /sweep\.groups\.alpha\.value: unknown key; did you mean values\?/],
  [axis({ values: [] }), /sweep\.groups\.alpha\.values: expected at least one value/],
  [axis({ values: [0.5, 0.1, 0.5] }), /alpha\.values: expected different values, got 0\.5 twice/],
  [axis({ values: ['half'] }), /alpha\.values.*got.*half/],
  [
    axis({ values: { from: 0, to: 1, count: 3, spacing: 'geometric' } }),
    /alpha\.values: geometric values lie between two numbers above 0, got from 0 to 1/,
  ],
  [axis({ values: { from: 0.1, to: 1, count: 0 } }), /alpha\.values\.?.*got/],
  [axis({ values: { from: 0.1, to: 1, count: 3, spacing: 'log' } }), /alpha\.values.*got.*log/],
  [
    axis({ set: { 'target.weights': ['alhpa', '1 - alpha'] } }),
    /alpha\.set\.target\.weights: no axis alhpa .*did you mean alpha\?/,
  ],
  [
    axis({ set: { 'target.weights': ['1 - ', 'alpha'] } }),
    /alpha\.set\.target\.weights: expected a number.*got an end/,
  ],
  [axis({ set: { 'target.weights': [true] } }), /alpha\.set\.target\.weights.*got/],
  [
    axis({ values: [1.5] }),
    /sweep\.groups\.alpha\.set\.target\.weights\[1\]: .*got -0\.5 \(alpha = 1\.5\)/,
  ],
  [
    { groups: { dynamics: { generatorRate: [0.1, -1] } } },
    /sweep\.groups\.dynamics\.generatorRate: .*got -1 \(alpha = 0\.5, dynamics\.generatorRate = -1\)/,
  ],
  [
    { groups: { beta: { values: [1], set: { 'target.weights': ['beta', 0] } } } },
    /sweep\.groups\.beta\.set\.target\.weights: sweep\.groups\.alpha\.set\.target\.weights sets it too/,
  ],
  [{ groups: { members: [3] } }, /sweep\.groups\.members: groups cannot differ in it/],
  [
    axis({ set: { sweep: { trials: 'alpha' } } }),
    /alpha\.set\.sweep\.trials: groups cannot differ in it/,
  ],
  [{ groups: [{ sweep: { trials: 3 } }] }, /groups\[0\]\.sweep: groups cannot differ in it/],
  [{ groups: [{ steps: -1 }] }, /sweep\.groups\[0\]\.steps: .*got -1 \(steps = -1\)/],
  [{ groups: { dynamcs: { steps: [1] } } }, /sweep\.groups\.dynamcs/],
  [
    { groups: { 'al-pha': { values: [1], set: { steps: 'alpha' } } } },
    /letters and digits.*got al-pha/,
  ],
  [{ groups: { 'a.__proto__.b': [1] } }, /sweep\.groups\.a\.__proto__\.b: this key is refused/],
  [{ where: 'orderd' }, /sweep\.where: expected a region, got "orderd"; did you mean ordered\?/],
  [
    { where: { less: ['generator.mean[0]', 0] } },
    /sweep\.where\.less: cells have no generator\.mean\[0\]; did you mean/,
  ],
  [{ where: { less: [first, -3] } }, /sweep\.where: expected to keep some cells, got none of 9/],
  [
    { where: { lessOrEquals: [first, 0] } },
    /sweep\.where\.lessOrEquals.*did you mean lessOrEqual\?/,
  ],
  [
    { times: { near: { signal: 'mean-distanc', below: 1 } } },
    /sweep\.times\.near\.signal: .*did you mean mean-distance\?/,
  ],
  [{ times: { far: { signal: 'l1' } } }, /sweep\.times\.far\.below: missing/],
  [{ times: { near: { belw: 1 } } }, /sweep\.times\.near\.belw: unknown key; did you mean below\?/],
  [
    { success: { times: { signal: 'mean-distance', below: 1 } } },
    /sweep\.success\.times: expected another name, got times/,
  ],
]

test.each(refused)('refused before any work: %j', async (wrong, message) => {
  await expect(sweepOf(wrong)).rejects.toThrow(message)
})

test('an axis needs something to set', async () => {
  const { presets } = await registry.papers.li2017()
  const sweep = { ...section, groups: { alpha: { values: [0.5], set: {} } } }
  const config = await layer([presets['fig1b']!.config, game, { sweep }], registry)
  await expect(planSweep(config, registry)).rejects.toThrow(
    /groups\.alpha\.set: expected formulas by path/,
  )
})
