import type { Frame } from '@ganglion/core'
import { expect, test } from 'vitest'
import { missedTable } from './report-missed.ts'

const frame = (step: number, count: number, name = 'missed-zeros'): Frame => ({
  step,
  members: 1,
  signals: { [name]: { numbers: Float64Array.of(count), cells: 1 } },
})

const rowsOf = (...counts: number[]) =>
  missedTable(
    counts.map((count, k) => frame(10 * k, count)),
    true,
  )?.rows

test('steps in a row at which zeros are missed are one stretch', () => {
  expect(rowsOf(0, 2, 1, 0, 1)).toEqual([
    ['10', '20', '2'],
    ['40', '40', '1'],
  ])
  expect(rowsOf(1, NaN, 1)).toEqual([
    ['0', '0', '1'],
    ['20', '20', '1'],
  ])
})

test('a run that missed none says so; one that did not measure it has no table', () => {
  expect(rowsOf(0, 0)).toEqual([['none', '', '0']])
  expect(missedTable([frame(0, 1, 'l1')], true)).toBeNull()
  expect(missedTable([], true)).toBeNull()
})

test('it is told whether the discriminator of the run searched so', () => {
  const noteOf = (searched: boolean) => missedTable([frame(0, 1)], searched)!.note
  expect(noteOf(true)).toMatch(/its answer was not the best one/)
  expect(noteOf(false)).toMatch(/know every zero/)
})
