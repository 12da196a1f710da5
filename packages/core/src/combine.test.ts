import { expect, test } from 'vitest'
import { combine, inner } from './combine.ts'
import { keep, type Direction, type Rate } from './message.ts'

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

test('tangents obey the product rule, and copies share them', () => {
  const bearing = (numbers: readonly number[], tangent: readonly number[]): Direction => {
    const { blocks, ...rest } = direction(numbers)
    return {
      ...rest,
      blocks: { means: { ...blocks['means']!, tangent: Float64Array.from(tangent) } },
    }
  }
  const a = bearing([1, 2, 3, 4], [1, 0, 0, 1])
  const b = bearing([10, 20, 30, 40], [0, 2, 0, 0])
  const scale = inner(a, b)
  // d (a . b) = da . b + a . db, member by member.
  expect([...scale.block.tangent!]).toEqual([10, 40 + 4])
  const sum = combine([
    [2, a],
    [scale, b],
  ]).blocks['means']!
  expect([...sum.numbers]).toEqual([2 + 1000, 4 + 4000, 6 + 3000, 8 + 8000])
  expect([...sum.tangent!]).toEqual([2 + 100, 880 + 400, 300, 2 + 44 * 40])
  const copy = keep(a).blocks['means']!
  expect(copy.numbers).not.toBe(a.blocks['means']!.numbers)
  expect(copy.tangent).toBe(a.blocks['means']!.tangent)
  expect('tangent' in combine([[1, direction([1, 2, 3, 4])]]).blocks['means']!).toBe(false)
})
