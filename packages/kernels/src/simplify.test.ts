import { expect, test } from 'vitest'
import { StraightLine } from './straight-line.ts'

test('what is known is computed once, what changes nothing is left out', () => {
  const line = new StraightLine()
  const x = line.load(0, 0)
  expect(line.apply('mul', x, line.constant(1))).toBe(x)
  expect(line.apply('div', x, line.constant(1))).toBe(x)
  expect(line.apply('add', line.constant(0.1), line.constant(0.2))).toMatchObject({
    kind: 'constant',
    value: 0.1 + 0.2,
  })
  expect(line.apply('neg', line.constant(0))).toMatchObject({ value: -0 })
})

test('a division by a power of two is a product, by another number it is not', () => {
  const line = new StraightLine()
  const x = line.load(0, 0)
  expect(line.apply('div', x, line.constant(4))).toMatchObject({ name: 'mul' })
  expect(line.apply('div', x, line.constant(3))).toMatchObject({ name: 'div' })
})

test('a choice between a value and 0 is a mask, one between a value and -0 is not', () => {
  const line = new StraightLine()
  const [x, y] = [line.load(0, 0), line.load(1, 0)]
  const mask = line.apply('lt', x, y)
  expect(line.apply('bitselect', x, line.constant(0), mask)).toMatchObject({ name: 'and' })
  expect(line.apply('bitselect', line.constant(0), y, mask)).toMatchObject({ name: 'andnot' })
  expect(line.apply('bitselect', x, line.constant(-0), mask)).toMatchObject({ name: 'bitselect' })
})

test('-x - x is one product; -y - x is not', () => {
  const line = new StraightLine()
  const [x, y] = [line.load(0, 0), line.load(1, 0)]
  expect(line.apply('sub', line.apply('neg', x), x)).toMatchObject({ name: 'mul', args: [x, {}] })
  expect(line.apply('sub', line.apply('neg', y), x)).toMatchObject({ name: 'sub' })
})
