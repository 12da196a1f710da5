import type { Frame, Result } from '@ganglion/core'
import { expect, test } from 'vitest'
import { finishedLine } from './json-lines.ts'

const metrics = (signals: Readonly<Record<string, readonly number[]>>): unknown => {
  const members = Object.values(signals)[0]!.length
  const final: Frame = {
    step: 9,
    members,
    signals: Object.fromEntries(
      Object.entries(signals).map(([name, numbers]) => [
        name,
        { cells: 1, numbers: Float64Array.from(numbers) },
      ]),
    ),
  }
  const outcomes = numbersOf(members).map(() => 'exhausted' as const)
  const result: Result = { outcome: 'exhausted', outcomes, steps: 9, final, events: {} }
  return (JSON.parse(finishedLine(result, 'run', 1)) as { metrics: unknown }).metrics
}
const numbersOf = (count: number) => Array.from({ length: count }, (_, k) => k)

test('a step that never came leaves as null, another metric that cannot tell as a word', () => {
  expect(metrics({ firstWithin: [4], withinSince: [NaN], w2: [NaN] })).toEqual({
    firstWithin: 4,
    withinSince: null,
    w2: 'NaN',
  })
})

test('of several members, each for itself', () => {
  expect(metrics({ firstWithin: [4, NaN] })).toEqual({ firstWithin: [4, null] })
})
