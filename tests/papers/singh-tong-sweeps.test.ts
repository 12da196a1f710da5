import type { Config } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { rate, swept } from './singh-tong-sweep.ts'

/** Few starts, few values of alpha: what the maps show shows there too. */
const coarse = (values: readonly number[]): Config => ({
  sweep: { cells: { generator: { means: { count: 3 } } }, groups: { alpha: { values } } },
})

test('Figure 4: with altered rates all ordered starts succeed, and no others', async () => {
  const groups = await swept('fig4-textbook', coarse([0.02, 0.5]))
  expect(groups.map(({ group }) => group['alpha'])).toEqual([0.02, 0.5])
  for (const group of groups)
    expect(['ordered', 'reversed', 'diagonal'].map((region) => rate(group, region))).toEqual([
      1, 0, 0,
    ])
})

test('a region without starts is null', async () => {
  const [group] = await swept('fig1-published', coarse([0.5]))
  expect([rate(group!, 'ordered'), rate(group!, 'reversed')]).toEqual([1, null])
})
