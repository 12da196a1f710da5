import { array, axis, evaluate, num } from '@ganglion/calculus'
import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import mixture from './mixture.ts'

test('the law is the state and the deviation, nothing else', () => {
  const components = axis('components', 3)
  const means = array('means', [components])
  const weights = array('weights', [components])
  const law = mixture.measure({ means, weights }, {}, { components: 3, deviation: num(0.5) })
  if (law.kind !== 'mixture') throw new Error('expected a mixture')
  const numbers = { means: [-1, 0, 2], weights: [0.2, 0.3, 0.5] }
  expect([...evaluate(law.means, numbers)]).toEqual(numbers.means)
  expect([...evaluate(law.weights, numbers)]).toEqual(numbers.weights)
  expect(evaluate(law.deviation, numbers)).toBe(0.5)
})

test('only the means are trained', () => {
  const components = axis('components', 2)
  expect(Object.keys(mixture.parameters({ components }))).toEqual(['means'])
  expect(Object.keys(mixture.fixed!({ components }))).toEqual(['weights'])
})

test('a start draws means between -3 and 3 and weighs them equally', () => {
  const ranges: unknown[] = []
  const random = {
    uniform: (low?: number, high?: number) => ranges.push([low, high]),
    normal: () => NaN,
  }
  const start = mixture.initial(random, { components: 4 })
  expect(start).toEqual({ means: [1, 2, 3, 4], weights: [0.25, 0.25, 0.25, 0.25] })
  expect(ranges).toEqual(Array.from({ length: 4 }, () => [-3, 3]))
})

test('a start is the same for the same seed and member, and another for others', () => {
  const start = (seed: number, member: number) =>
    mixture.initial(cursor(stream(seed, 'start'), member), { components: 2 })
  expect(start(1, 0)).toEqual(start(1, 0))
  expect(start(1, 0)).not.toEqual(start(2, 0))
  expect(start(1, 0)).not.toEqual(start(1, 1))
})
