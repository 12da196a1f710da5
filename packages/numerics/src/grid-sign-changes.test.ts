import { expect, test } from 'vitest'
import { gridSignChanges } from './grid-sign-changes.ts'

const half = [0.5, 0.5]
const law = (means: readonly number[], weights: readonly number[] = half) => ({
  weights,
  means,
  deviation: 1,
})
const grid = { margin: 12, points: 3000 }

test.each([
  ['two laws that cross three times', law([-2, 2]), law([-1, 2.5]), 3],
  ['uneven weights', law([0, 0.5], [0.1, 0.9]), law([4, 0.3], [0.1, 0.9]), 3],
  ['two laws of one bell each', law([0, 0]), law([1, 1]), 1],
  ['the same law in another order', law([0, 1]), law([1, 0]), 0],
])('%s', (_, target, generated, changes) => {
  expect(gridSignChanges(target, generated, grid)).toBe(changes)
})

test('a crossing beyond the margin is not seen', () => {
  const [target, generated] = [law([0, 0.5], [0.1, 0.9]), law([4, 0.3], [0.1, 0.9])]
  expect(gridSignChanges(target, generated, { margin: 0, points: 3000 })).toBeLessThan(3)
})
