import { watch, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { modeCollapse } from './mode-collapse.ts'

const events = (means: (step: number) => readonly number[], target: readonly number[]) => {
  const watching = watch([modeCollapse({ hold: 10 })], 1)
  return Array.from({ length: 60 }, (_, step): Observation => ({
    step,
    signals: { 'generator.means': means(step), 'target.means': target },
  })).flatMap((observation) => watching.next(observation).events)
}

test('two means fall together', () => {
  expect(events((step) => [0, step < 20 ? 1 : 0.04], [-0.5, 0.5])).toMatchObject([
    { event: 'mode-collapse', step: 30, since: 20, evidence: { gap: 0.04, limit: 0.05 } },
  ])
})

test('the limit is a share of the separation of the target', () => {
  expect(events(() => [0, 0.04], [-0.05, 0.05])).toEqual([])
  expect(events(() => [0, 0.2], [-5, 5])).toHaveLength(1)
})

test('is cleared with hysteresis', () => {
  const opening = (step: number) => [0, step < 20 ? 0.04 : step < 40 ? 0.09 : 0.11]
  expect(events(opening, [-0.5, 0.5])).toMatchObject([{ since: 0 }, { type: 'cleared', since: 40 }])
})

test('a target of one mode cannot be collapsed upon, nor by a single mean', () => {
  expect(events(() => [0, 0], [0.5, 0.5])).toEqual([])
  expect(events(() => [0], [-0.5, 0.5])).toEqual([])
})

test('more means than modes may share them', () => {
  expect(events(() => [-1, -1, 0, 1, 1, 0], [-1, 0, 1])).toEqual([])
  expect(events(() => [-1, -1, 0, 0.001, 0, -1], [-1, 0, 1])).toMatchObject([
    { evidence: { groups: 2, modes: 3 } },
  ])
})
