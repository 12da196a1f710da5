import { normalCdf, sqrt, sum } from '@ganglion/calculus'
import { defineDiscriminator, outcomes } from '@ganglion/core'
import { extend, layer, type Config } from '@ganglion/plan'
import {
  cellValues,
  Digest,
  planSweep,
  playChunk,
  Tally,
  type ChunkTable,
  type SweepPlan,
} from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { planOf, play } from './game.ts'

/** A sweep of 3 x 3 starts and two numbers of steps ahead, of a region of its own. */
const section: Config = {
  cells: { generator: { means: { from: -1, to: 1, count: 3 } } },
  groups: { dynamics: { steps: [0, 2] } },
  trials: 5,
  success: {
    l1: { signal: 'l1', below: 0.1 },
    means: { signal: 'mean-distance', below: 0.1 },
  },
  shares: { dead: { signal: 'discriminator.alive', below: 0.5 } },
  regions: {
    lower: { less: ['generator.means[0]', 'generator.means[1]'] },
    origin: {
      equal: ['generator.means[0]', 'generator.means[1]'],
      unequal: ['generator.means[0]', 1],
    },
  },
}
const game: Config = {
  discriminator: { initial: 'random' },
  dynamics: { plugin: 'unrolled', steps: 0, generatorRate: 0.3, discriminatorRate: 0.3 },
  metrics: ['l1', 'mean-distance'],
  steps: 120,
  every: 40,
  seed: 7,
}

async function sweepOf(chunk?: number, over: Config = {}): Promise<SweepPlan> {
  const { presets } = await registry.papers.li2017()
  const config = await layer([presets['fig1b']!.config, game, { sweep: section }, over], registry)
  return planSweep(config, registry, chunk)
}

async function played(plan: SweepPlan, ensemble?: number): Promise<ChunkTable[]> {
  const tables: ChunkTable[] = []
  // The last first: the order must not matter.
  for (const chunk of [...plan.chunks].reverse())
    tables[chunk.chunk] = await playChunk(plan, chunk, ensemble ? { ensemble } : {})
  return tables
}

function digest(plan: SweepPlan, tables: readonly ChunkTable[]): string {
  const found = new Digest(plan)
  for (const table of tables) found.add(table)
  return found.end()
}

test('any size of chunks and of ensembles gives the same table, and each row is that of the member alone', async () => {
  const plan = await sweepOf(90)
  const tables = await played(plan)
  const table = digest(plan, tables)
  for (const [chunk, ensemble] of [
    [7, 3],
    [45, 64],
    [1, 1],
    [16, 5],
  ] as const) {
    const other = await sweepOf(chunk)
    expect(other.hash).toBe(plan.hash)
    expect(digest(other, await played(other, ensemble))).toBe(table)
  }
  const seeded = await sweepOf(90, { seed: 8 })
  expect(digest(seeded, await played(seeded))).not.toBe(table)
  for (const { group, from, columns } of tables) {
    const { cells, trials, options } = plan.groups[group]!
    const rows = columns[0]!.values.length
    for (let row = 0; row < rows; row += 7) {
      const member = from + row
      const means = cellValues(cells, Math.floor(member / trials))['generator.means']
      const dynamics = { steps: options['dynamics.steps'] }
      const one = await planOf('fig1b', game, { generator: { means }, dynamics })
      const { final, outcome } = await play(one, { firstMember: member })
      for (const { name, values } of columns) {
        if (name === 'outcome') expect(outcomes[values[row]!]).toBe(outcome)
        const [, signal, index = '0'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(name)!
        const numbers = final.signals[signal!]?.numbers
        if (numbers) expect(values[row], `${name} of ${member}`).toBe(numbers[Number(index)])
      }
    }
  }
}, 60_000)

test('the summary has an entry a group, with the regions, criteria and shares that the section names', async () => {
  const plan = await sweepOf()
  const tally = new Tally(plan)
  for (const table of await played(plan)) tally.add(table)
  const summary = tally.summary()
  expect(summary.map(({ group }) => group)).toEqual([
    { 'dynamics.steps': 0 },
    { 'dynamics.steps': 2 },
  ])
  for (const entry of summary) {
    expect(Object.keys(entry)).toEqual(['group', 'lower', 'origin', 'dead'])
    expect(entry).toMatchObject({
      lower: { l1: { cells: 3, members: 15 }, means: { cells: 3 } },
      origin: { l1: { cells: 2, members: 10 } },
    })
  }
})

const refused: readonly (readonly [Config, RegExp])[] = [
  [{ trialz: 3 }, /sweep\.trialz: unknown key; did you mean trials\?/],
  [{ trials: 1e7 }, /sweep\.trials: /],
  [
    { cells: { generator: { mean: [1] } } },
    /sweep\.cells\.generator\.mean: .*did you mean generator\.means\?/,
  ],
  [
    { cells: { generator: { means: [[1, 2, 3]] } } },
    /sweep\.cells\.generator\.means\[0\]: expected 2 numbers, got 3/,
  ],
  [
    { cells: { generator: { means: { count: 5000 } } } },
    /expected at most 1000000 cells, got 25000000: 25000000 of generator.means/,
  ],
  [{ cells: { dynamics: { generatorRate: [-1] } } }, /expected a number from 0 to 1000, got -1/],
  [
    { cells: { dynamics: { steps: [1] } } },
    /dynamics\.steps: it cannot differ from cell to cell; .*sweep\.groups/,
  ],
  [
    { groups: { dynamics: { steps: 3 } } },
    /sweep\.groups\.dynamics\.steps: expected a list of values/,
  ],
  [
    { success: { l2: { signal: 'l2', below: 1 } } },
    /success\.l2\.signal: .*no signal l2; did you mean l1\?/,
  ],
  [
    { regions: { a: { equal: ['generator.means', 0] } } },
    /regions\.a\.equal: cells have no generator\.means; did you mean generator\.means\[0\]\?/,
  ],
]

test.each(refused)('refused before any work: %j', async (wrong, message) => {
  await expect(sweepOf(undefined, { sweep: wrong })).rejects.toThrow(message)
})

test('groups may be methods, each with its own trials', async () => {
  const groups = [
    { dynamics: { plugin: 'simultaneous' } },
    { dynamics: { plugin: 'best-response' }, trials: 1 },
  ]
  const plan = await sweepOf(undefined, { sweep: { groups } })
  expect(
    plan.groups.map(({ members, plan: { dynamics } }) => [dynamics.plugin.name, members]),
  ).toEqual([
    ['simultaneous', 45],
    ['best-response', 9],
  ])
  const tally = new Tally(plan)
  for (const table of await played(plan)) tally.add(table)
  expect(tally.summary()).toMatchObject([
    { group: { 'dynamics.plugin': 'simultaneous' }, lower: { l1: { members: 15 } } },
    { group: { 'dynamics.plugin': 'best-response' }, lower: { l1: { members: 3, mean: 1 } } },
  ])
})

/** A payoff and nothing else: two smooth steps. */
const steps = defineDiscriminator({
  name: 'smooth-steps',
  source: 'none',
  sizes: { steps: 2 },
  options: { width: { default: 1, min: 0.1, max: 10 } },
  parameters: ({ steps }) => ({ height: [steps], place: [steps] }),
  initial: (random, { steps }) => ({
    height: Array.from({ length: steps }, () => random.normal()),
    place: Array.from({ length: steps }, () => random.uniform(-2, 2)),
  }),
  critic: (x, { height, place }, { width }) =>
    sum(height, (h, j) => h.times(normalCdf(x(0).minus(place(j)).over(width)))),
  expectation: {
    mixture: ({ weights, means, deviation }, f, { height, place }, { width }) => {
      const spread = sqrt(width.times(width).plus(deviation.times(deviation)))
      return sum(weights, (w, i) =>
        w.times(
          f(sum(height, (h, j) => h.times(normalCdf(means(i).minus(place(j)).over(spread))))),
        ),
      )
    },
  },
})

test('a family that is only a payoff is unrolled and swept, its own option a cell', async () => {
  const mine = extend(registry, [steps])
  const { presets } = await registry.papers.li2017()
  const sweep = {
    cells: { discriminator: { width: [0.5, 1, 2] } },
    trials: 4,
    success: { near: { signal: 'l1', below: 0.5 } },
  }
  const family = { discriminator: { plugin: 'smooth-steps', initial: 'random' }, sweep }
  const config = await layer(
    [presets['fig1b']!.config, game, { dynamics: { steps: 3 } }, family],
    mine,
  )
  const tables = await Promise.all(
    [planSweep(config, mine, 12), planSweep(config, mine, 5)].map(async (planned) =>
      digest(await planned, await played(await planned)),
    ),
  )
  expect(tables[0]).toBe(tables[1])
  const [all] = await played(await planSweep(config, mine, 12))
  const column = (name: string) => all!.columns.find((one) => one.name === name)!.values
  expect(new Set(column('generator.means[0]')).size).toBe(12)
  expect(column('discriminator.height[0]').every(Number.isFinite)).toBe(true)
})
