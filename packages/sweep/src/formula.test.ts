import { expect, test } from 'vitest'
import { evaluate } from './formula.ts'

const numbers = { alpha: 0.25, b: 3 }

test.each([
  ['alpha', 0.25],
  ['1 - alpha', 0.75],
  ['1-alpha', 0.75],
  [7, 7],
  ['2 - 3 - 4', -5],
  ['24 / 4 / 2 * 3', 9],
  ['1 + 2 * b', 7],
  ['(1 + 2) * b', 9],
  ['-alpha * -b', 0.75],
  ['1e-3 + .5', 0.501],
  ['b * alpha * (1 - alpha)', 0.5625],
] as const)('%j is %d', (formula, value) => {
  expect(evaluate(formula, numbers)).toBe(value)
})

test.each([
  ['1 -', 'got an end in "1 -"'],
  ['1 2', 'got 2 in "1 2"'],
  ['(1', 'got an end in "(1"'],
  ['1)', 'got ) in "1)"'],
  ['', 'got an end in ""'],
  ['1 - alhpa', 'no axis alhpa in 1 - alhpa; did you mean alpha?'],
  ['constructor', 'no axis constructor'],
  ['alpha ^ 2', 'got "^ 2" in "alpha ^ 2"'],
  ['1 / (b - 3)', 'expected a number, got Infinity of 1 / (b - 3) for alpha = 0.25, b = 3'],
  ['('.repeat(500), 'nested too deeply'],
])('%j is refused', (formula, message) => {
  expect(() => evaluate(formula, numbers)).toThrow(message)
})
