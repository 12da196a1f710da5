import { expect, test } from 'vitest'
import { expectGolden, goldenNames } from './fixtures/golden.ts'
import {
  halfMap,
  heatMap,
  linearTimes,
  numbers,
  plane,
  rates,
  sample,
  times,
  trajectory,
} from './fixtures/sample-report.ts'
import { figureSvg, writeReport } from './index.ts'

const figures = [heatMap, halfMap, rates, times, linearTimes, numbers, plane, trajectory]

test.each(figures)('golden figure: $name', (figure) => {
  expectGolden(`${figure.name}.svg`, figureSvg(figure))
})

test('golden page', async () => {
  expectGolden('page.txt', await writeReport(sample))
})

test('every golden file that is kept is drawn', () => {
  expect(goldenNames()).toEqual(
    [...figures.map(({ name }) => `${name}.svg`), 'page.txt'].toSorted(),
  )
})
