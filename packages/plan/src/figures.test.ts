import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { grid, ring, sphere } from './figures.ts'

const norm = (row: readonly number[]): number => Math.sqrt(row.reduce((sum, x) => sum + x * x, 0))

test('a ring of four stands exactly on the axes', () => {
  expect(ring(4, 2)).toEqual([
    [2, 0],
    [0, 2],
    [-2, 0],
    [0, -2],
  ])
})

test.each([1, 2, 3, 5, 8, 12])('a ring of %i: on the circle, neighbours equally far apart', (n) => {
  const rows = ring(n, 3)
  const chord = 6 * Math.sin(Math.PI / n)
  expect(rows).toHaveLength(n)
  expect(rows[0]).toEqual([3, 0])
  rows.forEach((row, k) => {
    expect(norm(row)).toBeCloseTo(3, 14)
    const next = rows[(k + 1) % n]!
    expect(norm([row[0]! - next[0]!, row[1]! - next[1]!])).toBeCloseTo(chord, 13)
  })
  if (n > 2) expect(rows[1]![1]).toBeGreaterThan(0)
})

test('a grid stands around the origin, its last coordinate running fastest', () => {
  expect(grid(2, 2, 2)).toEqual([
    [-1, -1],
    [-1, 1],
    [1, -1],
    [1, 1],
  ])
  expect(grid(3, 0.5, 1)).toEqual([[-0.5], [0], [0.5]])
  expect(grid(5, 1, 3)).toHaveLength(125)
})

test('a sphere: every point at the radius, directions without preference', () => {
  const rows = sphere(cursor(stream(2, 'sphere'), 0), 4000, 10, 0.5)
  for (const row of rows) expect(norm(row)).toBeCloseTo(0.5, 14)
  for (let c = 0; c < 10; c++) {
    const mean = rows.reduce((sum, row) => sum + row[c]!, 0) / rows.length
    const square = rows.reduce((sum, row) => sum + row[c]! * row[c]!, 0) / rows.length
    // A coordinate has mean 0 and variance r^2 / d: five standard errors.
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(0.025 / 4000))
    expect(Math.abs(square - 0.025)).toBeLessThan(5 * Math.sqrt((2 * 0.025 * 0.025) / 4000))
  }
})
