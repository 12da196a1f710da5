import type { Frame } from '@ganglion/core'
import { expect, test } from 'vitest'
import { endLines } from './end-lines.ts'

const signal = (numbers: ArrayLike<number>) => ({
  cells: numbers.length,
  numbers: Float64Array.from(numbers),
})

const frame = (signals: Frame['signals'], members = 1): Frame => ({ step: 9, members, signals })

test('the end tells players first, then the metrics in one line, and no target', () => {
  const final = frame({
    l1: signal([0.123456]),
    'generator.means': signal([3.52412, 1e-17]),
    'target.means': signal([0, 1]),
    firstWithin: signal([NaN]),
  })
  expect(endLines(final)).toEqual([
    'at the end  generator.means 3.524 1e-17',
    '            l1 0.1235, firstWithin never',
  ])
})

test('a long array is told by its beginning and its length, points of a generator are told whole', () => {
  const numbers = Array.from({ length: 20 }, (_, k) => k)
  const [points, theta] = endLines(
    frame({ 'generator.positions': signal(numbers), 'discriminator.theta': signal(numbers) }),
  )
  expect(points).toBe(`at the end  generator.positions ${numbers.join(' ')}`)
  expect(theta).toBe('            discriminator.theta 0 1 2 3 ... (20 numbers)')
})

test('an ensemble is told by its outcomes alone', () => {
  expect(endLines(frame({ l1: { cells: 1, numbers: Float64Array.of(1, 2) } }, 2))).toEqual([])
})
