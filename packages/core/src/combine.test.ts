import { expect, test } from 'vitest'
import { combine, inner } from './combine.ts'
import type { Direction, Rate } from './message.ts'

const direction = (numbers: readonly number[], name = 'means'): Direction => ({
  type: 'direction',
  of: 'generator',
  blocks: {
    [name]: { cells: 2, members: 2, layout: 'lanes', numbers: Float64Array.from(numbers) },
  },
})

test('directions combine with numbers and with one scalar a member', () => {
  const [a, b] = [direction([1, 2, 3, 4]), direction([10, 20, 30, 40])]
  const rate: Rate = {
    type: 'rate',
    option: 'r',
    block: { cells: 1, members: 2, layout: 'lanes', numbers: Float64Array.of(1, -1) },
  }
  expect([
    ...combine([
      [2, a],
      [rate, b],
    ]).blocks['means']!.numbers,
  ]).toEqual([12, -16, 36, -32])
  expect([...a.blocks['means']!.numbers]).toEqual([1, 2, 3, 4])
})

test('the inner product is one number a member', () => {
  expect([...inner(direction([1, 2, 3, 4]), direction([10, 20, 30, 40])).block.numbers]).toEqual([
    100, 200,
  ])
})

test('directions of different players do not combine', () => {
  expect(() =>
    combine([
      [1, direction([1, 2, 3, 4])],
      [1, direction([1, 2, 3, 4], 'left')],
    ]),
  ).toThrow(/different players/)
  expect(() => inner(direction([1, 2, 3, 4]), direction([1, 2, 3, 4], 'left'))).toThrow(RangeError)
})
