import type { Frame } from '@ganglion/core'
import { expect, test } from 'vitest'
import { weightsOf } from './weights-of.ts'

/** Two members with two weights each: members side by side. */
const frame = (step: number, ...numbers: number[]): Frame => ({
  step,
  members: 2,
  signals: {
    'generator.weights': { cells: 2, numbers: Float64Array.from(numbers) },
    'target.weights': { cells: 2, numbers: Float64Array.of(0.5, 0.5, 0.5, 0.5) },
  },
})
const named = { name: 'w', title: 'W' }

test('weights that are learned are drawn, with those of the target once', () => {
  const frames = [frame(0, 0.5, 0.1, 0.5, 0.9), frame(5, 1.5, 0.1, -0.5, 0.9)]
  expect(weightsOf(frames, named)).toMatchObject({
    steps: [0, 5],
    paths: [
      { label: 'weight 1', values: [0.5, 1.5] },
      { label: 'weight 2', values: [0.5, -0.5] },
    ],
    levels: [{ value: 0.5 }],
  })
  // The other member's stay.
  expect(weightsOf(frames, { ...named, member: 1 })).toBeNull()
})

test('nothing is drawn of a generator without weights', () => {
  expect(weightsOf([], named)).toBeNull()
  expect(weightsOf([{ step: 0, members: 1, signals: {} }], named)).toBeNull()
})
