import type { Result } from '@ganglion/core'
import type { Finished, SweepOutline } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { finishedLine } from './json-lines.ts'
import { discriminatorText, statedOf } from './stated.ts'
import { sweepFinishedLine } from './sweep-lines.ts'

const config = {
  seed: 3,
  generator: { plugin: 'points', points: 4, positions: [0, 1] },
  discriminator: { plugin: 'features', features: 1000, kernel: 'rbf', sigma: 1 },
}
const sweep = {
  cells: {},
  groups: { sigma: { values: [1, 2], set: { 'discriminator.sigma': 'sigma' } } },
}

test('the end of a run states the seed and how many features there were', () => {
  const final = { step: 1, members: 1, signals: {} }
  const result: Result = {
    outcome: 'exhausted',
    outcomes: ['exhausted'],
    steps: 1,
    final,
    events: {},
  }
  expect(JSON.parse(finishedLine(result, 'run', 1, { config }))).toMatchObject({
    seed: 3,
    generator: { plugin: 'points', points: 4 },
    discriminator: { plugin: 'features', features: 1000, sigma: 1 },
  })
})

test('so does the end of a sweep, but for what it sets cell by cell', () => {
  const finished = { cells: 2, members: 2, table: 'x', summary: [] } as unknown as Finished
  const plan = { config: { ...config, sweep }, seed: 5 } as unknown as SweepOutline
  expect(JSON.parse(sweepFinishedLine(finished, 'run', [], plan))).toMatchObject({
    seed: 5,
    discriminator: { plugin: 'features', features: 1000, kernel: 'rbf' },
  })
  expect(statedOf({ ...config, sweep }).discriminator).not.toHaveProperty('sigma')
  expect(discriminatorText({ ...config, sweep })).toBe('features, features 1000, kernel rbf')
})
