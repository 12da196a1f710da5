import type { Frame } from '@ganglion/core'
import { expect, test } from 'vitest'
import { planeOf } from './plane-of.ts'

const frame = (step: number, signals: Readonly<Record<string, readonly number[]>>): Frame => ({
  step,
  members: 1,
  signals: Object.fromEntries(
    Object.entries(signals).map(([name, numbers]) => [
      name,
      { cells: numbers.length, numbers: Float64Array.from(numbers) },
    ]),
  ),
})

const named = { name: 'n', title: 't' }

test('positions of two points become their ways in the plane', () => {
  const frames = [0, 1].map((step) =>
    frame(step, {
      'generator.positions': [1, 2, 3, 4 + step],
      'generator.masses': [0.5, 0.5],
      'target.positions': [0, 0, 1, 0],
    }),
  )
  expect(planeOf(frames, named)).toMatchObject({
    kind: 'plane',
    paths: [
      {
        label: 'point 1',
        places: [
          [1, 2],
          [1, 2],
        ],
      },
      {
        label: 'point 2',
        places: [
          [3, 4],
          [3, 5],
        ],
      },
    ],
    targets: [
      [0, 0],
      [1, 0],
    ],
  })
})

test('points on a line or in space, and means, are no points of the plane', () => {
  const of = (positions: readonly number[]) =>
    planeOf([frame(0, { 'generator.positions': positions, 'generator.masses': [1, 1] })], named)
  expect(of([1, 2])).toBeNull()
  expect(of([1, 2, 3, 4, 5, 6])).toBeNull()
  expect(planeOf([frame(0, { 'generator.means': [1, 2] })], named)).toBeNull()
  expect(planeOf([], named)).toBeNull()
})
