import { array, evaluate } from '@ganglion/calculus'
import { expect, test } from 'vitest'
import meanDifference from './mean-difference.ts'

test('f(t) = t, g(t) = 1 - t, and the game is zero-sum', () => {
  const critic = array('critic', [])
  for (const t of [-2, 0, 0.25, 1]) {
    expect(evaluate(meanDifference.f(critic), { critic: t })).toBe(t)
    expect(evaluate(meanDifference.g(critic), { critic: t })).toBe(1 - t)
  }
  expect(meanDifference.generator).toBeUndefined()
})

test('a critic that says the same of everything earns 1', () => {
  const critic = array('critic', [])
  const payoff = meanDifference.f(critic).plus(meanDifference.g(critic))
  expect(evaluate(payoff, { critic: 0.75 })).toBe(1)
})
