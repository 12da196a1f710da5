import { array, evaluate } from '@ganglion/calculus'
import { expect, test } from 'vitest'
import appendix from './mean-difference-appendix.ts'

test('f(t) = 2 t, g(t) = 2 (1 - t), and the game is zero-sum', () => {
  const critic = array('critic', [])
  for (const t of [-2, 0, 0.25, 1]) {
    expect(evaluate(appendix.f(critic), { critic: t })).toBe(2 * t)
    expect(evaluate(appendix.g(critic), { critic: t })).toBe(2 * (1 - t))
  }
  expect(appendix.generator).toBeUndefined()
})
