import { layer, type Config } from '@ganglion/plan'
import { encodeChunk, manifestOf, planSweep, playChunk, type SweepPlan } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { ensembleMembers } from '../../packages/sweep/src/ensembles.ts'

async function planned(
  preset: string,
  paper: 'becker2022' | 'li2017',
  over: Config,
): Promise<SweepPlan> {
  const { presets } = await registry.papers[paper]()
  return planSweep(await layer([presets[preset]!.config, over], registry), registry)
}

const small = (statistics: Config = {}): Config => ({
  steps: 20,
  every: 20,
  sweep: { groups: { sigma: { values: [1] } }, trials: 4, statistics },
})

const nameOf = (column: string): string => column.replace(/\[\d+\]$/, '')

async function columnsOf(plan: SweepPlan): Promise<Set<string>> {
  const { columns } = await playChunk(plan, plan.chunks[0]!)
  return new Set(columns.map(({ name }) => nameOf(name)))
}

test('random features are drawn again from the seed: a table does without them, and says so', async () => {
  const plan = await planned('fig3-d2-features', 'becker2022', small())
  const without = ['discriminator.frequency', 'discriminator.phase']
  expect(plan.groups[0]!.leftOut).toEqual(without)
  const { leftOut } = manifestOf(plan, { name: 'a', target: 'b', plugins: [], version: '0' })
  expect(leftOut).toEqual(without)
  const found = await columnsOf(plan)
  for (const name of without) expect(found).not.toContain(name)
  // What members are given alike, and what is trained, stay.
  for (const name of ['generator.masses', 'generator.positions', 'discriminator.theta'])
    expect(found).toContain(name)
})

test('what a statistic names is kept, and that is another table', async () => {
  const plan = await planned('fig3-d2-features', 'becker2022', small())
  const first = { first: { signal: 'discriminator.phase[0]', as: 'median' } }
  const kept = await planned('fig3-d2-features', 'becker2022', small(first))
  expect(kept.groups[0]!.leftOut).toEqual(['discriminator.frequency'])
  expect(await columnsOf(kept)).toContain('discriminator.phase')
  expect(kept.hash).not.toBe(plan.hash)
})

test('a history does not stand in the table: a row is short', async () => {
  const plan = await planned('fig3-d10-exact', 'becker2022', small())
  const table = await playChunk(plan, plan.chunks[0]!)
  expect(encodeChunk(table).byteLength).toBeLessThan(20_000)
  expect(table.columns.map(({ name }) => name)).toContain('discriminator.used')
})

test('tables of games that draw no fixed array have all they had', async () => {
  const plan = await planned('fig3-regular', 'li2017', { sweep: { trials: 1 } })
  for (const group of plan.groups) expect(group).not.toHaveProperty('leftOut')
})

test('the more room a member needs, the fewer play together', async () => {
  const plan = await planned('fig3-d10-exact', 'becker2022', { sweep: { trials: 100 } })
  const together = plan.groups.map((group) => ensembleMembers(group.plan))
  expect(together).toEqual([...together].sort((a, b) => a - b))
  // 12 020 atoms in ten dimensions: about 1.3 MB a state, and a few of them.
  expect(together[0]).toBe(2)
  const light = await planned('fig3-regular', 'li2017', {})
  expect(ensembleMembers(light.groups[0]!.plan)).toBe(4096)
})

test('a section may keep other frames than a game that is watched: the table is the same', async () => {
  const plan = await planned('fig3-d2-exact', 'becker2022', small())
  expect(plan.groups[0]!.plan.every).toBe(40_000)
  const { presets } = await registry.papers.becker2022()
  expect(presets['fig3-d2-exact']!.config['every']).toBe(400)
  const often = await planned('fig3-d2-exact', 'becker2022', {
    ...small(),
    sweep: { ...(small()['sweep'] as Config), every: 3 },
  })
  expect(often.groups[0]!.plan.every).toBe(3)
  const tables = await Promise.all(
    [plan, often].map((one) => playChunk(one, one.chunks[0]!).then(encodeChunk)),
  )
  expect(Buffer.compare(tables[0]!, tables[1]!)).toBe(0)
  await expect(planned('fig3-d2-exact', 'becker2022', { sweep: { every: 0 } })).rejects.toThrow(
    /sweep\.every: /,
  )
})
