import { watch, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { discriminatorCollapse } from './discriminator-collapse.ts'

const events = (signal: string, pieces: (step: number) => readonly number[]) => {
  const watching = watch([discriminatorCollapse({ hold: 10, signal })], 1)
  return Array.from({ length: 60 }, (_, step): Observation => ({
    step,
    signals: { [signal]: pieces(step) },
  })).flatMap((observation) => watching.next(observation).events)
}

test('all intervals are dead', () => {
  const flags = (step: number) => [step < 5 ? 1 : 0, step < 20 ? 1 : 0]
  expect(events('discriminator.alive', flags)).toMatchObject([
    { event: 'discriminator-collapse', step: 30, since: 20, evidence: { alive: 0, pieces: 2 } },
  ])
})

test('one living interval is enough', () => {
  expect(events('discriminator.alive', () => [0, 1])).toEqual([])
})

test('an infinite interval beside an empty one is none', () => {
  expect(events('interval-width', () => [Infinity, 0])).toEqual([])
  expect(events('interval-width', () => [0, 0])).toHaveLength(1)
})
