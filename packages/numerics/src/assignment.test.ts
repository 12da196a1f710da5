import { expect, test } from 'vitest'
import { assignment } from './assignment.ts'
import { cheapest, random } from './fixtures/brute-force.ts'

test('known answers', () => {
  expect([...assignment([], 0)]).toEqual([])
  expect([...assignment([7], 1)]).toEqual([0])
  // The greedy choice 1 + 9 loses to 2 + 3.
  expect([...assignment([1, 2, 3, 9], 2)]).toEqual([1, 0])
  expect([...assignment([4, 1, 3, 2, 0, 5, 3, 2, 2], 3)]).toEqual([1, 0, 2])
})

test('it costs what the cheapest of all permutations costs, signs and ties included', () => {
  const next = random(11)
  for (let n = 1; n <= 7; n++)
    for (let trial = 0; trial < 40; trial++) {
      const coarse = trial % 2 === 0
      const costs = Array.from({ length: n * n }, () =>
        coarse ? Math.floor(4 * next()) : 2 * next() - 1,
      )
      const columns = [...assignment(costs, n)]
      expect(columns.toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, k) => k))
      const cost = columns.reduce((sum, column, row) => sum + costs[row * n + column]!, 0)
      expect(cost).toBeCloseTo(cheapest(costs, n), 12)
    }
})

test('a hundred points on a line stay in order', () => {
  const next = random(3)
  const [from, to] = [0, 1].map(() => Array.from({ length: 100 }, next).sort((a, b) => a - b))
  const costs = from!.flatMap((x) => to!.map((y) => (x - y) * (x - y)))
  expect([...assignment(costs, 100)]).toEqual(Array.from({ length: 100 }, (_, k) => k))
})

test('refuses what is not a table of finite costs', () => {
  expect(() => assignment([1, 2, 3], 2)).toThrow('expected 2 rows of 2 numbers, 4 in all, got 3')
  expect(() => assignment([1, 2, NaN, 4], 2)).toThrow('got NaN in row 1, column 0')
  expect(() => assignment([1, Infinity, 3, 4], 2)).toThrow(RangeError)
})
