import type { Config } from '@ganglion/plan'
import { planSweep } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const game: Config = {
  target: { kind: 'mixture', means: [-0.5, 0.5] },
  generator: { plugin: 'mixture', weights: [0.5, 0.5] },
  discriminator: { plugin: 'interval' },
  geometry: 'mass',
  steps: 5,
}

const planOf = (weights: readonly (readonly number[])[], over: Config = {}) =>
  planSweep({ ...game, ...over, sweep: { cells: { generator: { weights } } } }, registry)

test('cells whose weights leave a place without mass are refused where places are asked by mass', async () => {
  const empty = [
    [0.5, 0.5],
    [1, 0],
  ]
  await expect(planOf(empty)).rejects.toThrow(
    /sweep\.cells\.generator\.weights: expected masses above 0 for geometry=mass, got 0 at place 1 of cell 1/,
  )
  expect((await planOf(empty, { geometry: 'coordinate' })).cells).toBe(2)
  expect(
    (
      await planOf([
        [0.5, 0.5],
        [0.9, 0.1],
      ])
    ).cells,
  ).toBe(2)
})

test('so are masses of points; arrays that weigh nothing may be 0', async () => {
  const points: Config = {
    target: { kind: 'ring', points: 2 },
    generator: { plugin: 'points', points: 2 },
    discriminator: { plugin: 'features', features: 3 },
  }
  const swept = (cells: Config) => planSweep({ ...game, ...points, sweep: { cells } }, registry)
  await expect(swept({ generator: { masses: [[0, 1]] } })).rejects.toThrow(
    'got 0 at place 0 of cell 0',
  )
  expect((await swept({ generator: { positions: [[0, 0, 1, 0]] } })).cells).toBe(1)
})
