import { expect, test } from 'vitest'
import { casesOf, findingOf } from './claim-cases.ts'

test('without a case nothing is shown, and a number that is none is told', () => {
  expect(findingOf([], 'x', 'largest').holds).toBe(false)
  const cases = casesOf(3, (index) => ({ value: [1, NaN, 2][index]! }))
  expect(findingOf(cases, 'x', 'largest').measured).toEqual({ cases: 3, 'largest x': 2 })
  expect(findingOf([{ value: 2 }, { value: NaN }], 'x', 'largest').measured['largest x']).toBeNaN()
})

test('one fault refutes, and the smallest number is told where that is asked', () => {
  expect(findingOf([{ value: 1 }, { value: 2, fault: 'here' }], 'x', 'smallest')).toEqual({
    holds: false,
    measured: { cases: 2, 'smallest x': 1 },
    counterexample: 'here',
  })
})
