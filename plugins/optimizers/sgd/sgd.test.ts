import { array, evaluate } from '@ganglion/calculus'
import { expect, test } from 'vitest'
import sgd from './sgd.ts'

test('the change is the rate times the direction; nothing is remembered', () => {
  const [direction, rate] = [array('direction', []), array('rate', [])]
  const { change, memory } = sgd.update(direction, {}, { rate })
  expect(evaluate(change, { direction: -3, rate: 0.5 })).toBe(-1.5)
  expect(evaluate(change, { direction: 3, rate: 0 })).toBe(0)
  expect(memory ?? {}).toEqual({})
  expect(sgd.memory ?? []).toEqual([])
})
