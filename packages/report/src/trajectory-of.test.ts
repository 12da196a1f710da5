import { expect, test } from 'vitest'
import type { Frame } from '@ganglion/core'
import { thinOut, type Spot } from './thin-out.ts'
import { trajectoryOf } from './trajectory-of.ts'

/** A frame of two members. */
function frame(step: number, signals: Readonly<Record<string, readonly number[]>>): Frame {
  const packed = Object.entries(signals).map(([name, numbers]) => [
    name,
    { cells: numbers.length / 2, numbers: Float64Array.from(numbers) },
  ])
  return { step, members: 2, signals: Object.fromEntries(packed) as Frame['signals'] }
}

test('frames become paths of one member; a dead interval is a gap', () => {
  const frames = [0, 10].map((step) =>
    frame(step, {
      'generator.means': [1, 2, 3, 4 + step],
      'discriminator.left': [-1, -2],
      'discriminator.right': [1, 2],
      'discriminator.alive': [1, step === 0 ? 1 : 0],
      'target.means': [0.5, 0.5],
    }),
  )
  expect(trajectoryOf(frames, { name: 'n', title: 't', member: 1 })).toMatchObject({
    steps: [0, 10],
    paths: [
      { label: 'mean 1', values: [2, 2] },
      { label: 'mean 2', values: [4, 14] },
    ],
    stretches: [{ label: 'interval', left: [-2, NaN], right: [2, NaN] }],
    levels: [{ label: 'optimum', value: 0.5 }],
  })
  expect(trajectoryOf([frame(0, { payoff: [1, 1] })], { name: 'n', title: 't' })).toBeNull()
})

test('of many spots in a unit of width the outermost stay, and every gap', () => {
  const heights = [5, 3, 9, 4, 6, NaN, 1]
  const spots = heights.map((y, k): Spot => [k < 5 ? 0.1 * k : k, y])
  expect(thinOut(spots).map(([, y]) => y)).toEqual([5, 3, 9, 6, NaN, 1])
  const wave = Array.from({ length: 10_000 }, (_, k): Spot => [k / 100, k % 7])
  expect(thinOut(wave).length).toBeLessThanOrEqual(400)
})
