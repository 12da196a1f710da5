import { expect, test } from 'vitest'
import type { CellAxis } from '@ganglion/sweep'
import { dimensionsOf, figuresOf, fileName } from './report-figures.ts'

const rate = (range: CellAxis['range'], count: number): CellAxis => ({
  path: 'dynamics.generatorRate',
  width: 1,
  count,
  range,
})
const means: CellAxis = {
  path: 'generator.means',
  width: 2,
  count: 6 ** 2,
  range: { from: -1, to: 1.5, count: 6 },
}
const cellsOf = (...axes: CellAxis[]) => ({
  axes,
  count: axes.reduce((all, { count }) => all * count, 1),
})
const named = { label: '', file: 'run' }
const counted = (counts: readonly number[]) => [
  { criterion: 'l1', meaning: 'l1 below 0.1', counts: Uint32Array.from(counts) },
]

test('the numbers of an array are dimensions; a single value is none; lists are put in order', () => {
  const found = dimensionsOf(cellsOf(means, rate([0.1], 1)))!
  expect(found.map(({ label }) => label)).toEqual(['generator.means[0]', 'generator.means[1]'])
  expect(found[0]!.values).toEqual([-1, -0.5, 0, 0.5, 1, 1.5])
  // The last number is the fastest.
  expect([found[0]!.of(7), found[1]!.of(7)]).toEqual([1, 1])
  expect([found[0]!.of(6), found[1]!.of(6)]).toEqual([1, 0])
  const [listed] = dimensionsOf(cellsOf(rate([0.3, 0.1, 0.2], 3)))!
  expect(listed!.values).toEqual([0.1, 0.2, 0.3])
  expect([0, 1, 2].map(listed!.of)).toEqual([2, 0, 1])
})

test('points that form no grid have no dimensions', () => {
  expect(
    dimensionsOf(
      cellsOf({
        ...means,
        count: 2,
        range: [
          [0, 1],
          [1, 0],
        ],
      }),
    ),
  ).toBeNull()
  expect(dimensionsOf(cellsOf(rate([0.1, 0.1], 2)))).toBeNull()
})

test('two numbers make a heat map a criterion, with counts in their places', () => {
  const grid = { ...means, count: 4, range: { from: 0, to: 1, count: 2 } }
  const { figures, note } = figuresOf(
    { cells: cellsOf(grid), trials: 5 },
    named,
    counted([1, 2, 3, 4]),
  )
  expect(note).toBeUndefined()
  // Cell 1 is (0, 1): above the first.
  expect(figures).toMatchObject([
    { kind: 'heat-map', name: 'run-l1', alike: true, trials: 5, counts: [1, 3, 2, 4] },
  ])
})

test('cells that are not kept are not drawn', () => {
  const grid = { ...means, count: 4, range: { from: 0, to: 1, count: 2 } }
  const map = figuresOf(
    { cells: { ...cellsOf(grid), count: 3, kept: [0, 1, 3] }, trials: 5 },
    named,
    counted([1, 2, 4]),
  )
  expect(map.figures).toMatchObject([{ trials: 5, counts: [1, null, 2, 4] }])
  const some = { ...cellsOf(rate([0.3, 0.1, 0.2], 3)), count: 2, kept: [0, 2] }
  expect(figuresOf({ cells: some, trials: 5 }, named, counted([1, 2])).figures).toMatchObject([
    { x: { values: [0.2, 0.3] }, lines: [{ points: [{ count: 2, trials: 5 }, { count: 1 }] }] },
  ])
})

test('one number makes lines with intervals; a single point of another does not count', () => {
  const cells = cellsOf(rate([0.3, 0.1], 2), { ...means, count: 1, range: [[0, 1]] })
  const { figures } = figuresOf({ cells, trials: 10 }, named, counted([0, 10]))
  expect(figures).toHaveLength(1)
  const [figure] = figures
  if (figure?.kind !== 'rates') throw new Error('expected rates')
  expect(figure.x.values).toEqual([0.1, 0.3])
  const [first, second] = figure.lines[0]!.points
  expect([first!.count, first!.high, second!.count, second!.low]).toEqual([10, 1, 0, 0])
  expect(first!.low).toBeCloseTo(0.7225, 3)
})

test('where there is no figure it says why', () => {
  const why = (cells: ReturnType<typeof cellsOf>, counts: readonly number[] = []): string =>
    figuresOf({ cells, trials: 1 }, named, counted(counts)).note!
  expect(why(cellsOf(means, rate([0.1, 0.2], 2)))).toContain('cells differ in 3 numbers')
  expect(why(cellsOf(rate([0.1], 1)))).toContain('there is one cell only')
  const large = { ...means, count: 400 ** 2, range: { from: 0, to: 1, count: 400 } }
  expect(why(cellsOf(large))).toContain('more than 62500 cells')
  expect(figuresOf({ cells: cellsOf(means), trials: 1 }, named, []).note).toContain('no criterion')
})

test('names of files hold nothing that a folder would obey', () => {
  expect(fileName('../../etc', 'a b=1', '')).toBe('etc-a-b-1')
})
