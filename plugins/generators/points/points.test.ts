import { array, axis, evaluate } from '@ganglion/calculus'
import { assembleGenerator } from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import points from './points.ts'

const start = (member: number, sizes: { points: number; dimensions: number }) =>
  points.initial(cursor(stream(3, 'start'), member), sizes, {})

test('the law is the state, nothing else', () => {
  const [count, space] = [axis('points', 2), axis('dimensions', 3)]
  const state = {
    positions: array('positions', [count, space]),
    masses: array('masses', [count]),
  }
  const law = points.measure(state, {}, {})
  if (law.kind !== 'points') throw new Error('expected points')
  const numbers = { positions: [1, 2, 3, 4, 5, 6], masses: [0.25, 0.75] }
  expect([...(evaluate(law.positions, numbers) as Float64Array)]).toEqual(numbers.positions)
  expect([...(evaluate(law.masses, numbers) as Float64Array)]).toEqual(numbers.masses)
})

test('positions are trained, masses are not', () => {
  const { symbols, kind } = assembleGenerator({
    plugin: points,
    sizes: points.sizes,
    options: {},
    given: {},
  })
  expect(kind).toBe('points')
  expect(symbols.trained).toEqual(['positions'])
  expect(Object.keys(symbols.shapes)).toEqual(['positions', 'masses'])
})

test.each([1, 2, 3, 10])('in %i dimensions the squared length of a point is 1 on average', (d) => {
  const count = 4000
  const { positions, masses } = start(0, { points: count, dimensions: d })
  expect(positions).toHaveLength(count * d)
  expect(masses!.every((mass) => mass === 1 / count)).toBe(true)
  const squares = positions!.reduce((sum, x) => sum + x * x, 0) / count
  // The variance of |x|^2 is 2 / d: five standard errors.
  expect(Math.abs(squares - 1)).toBeLessThan(5 * Math.sqrt(2 / (d * count)))
})

test('a start is the same for the same member, and another for others', () => {
  const sizes = { points: 3, dimensions: 2 }
  expect(start(1, sizes)).toEqual(start(1, sizes))
  expect(start(1, sizes)).not.toEqual(start(2, sizes))
})
