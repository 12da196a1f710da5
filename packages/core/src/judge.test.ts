import { expect, test } from 'vitest'
import { judge } from './judge.ts'

test('the first in the order of outcomes decides', () => {
  expect(judge([])).toBe('exhausted')
  expect(judge(['vanishing-gradient', 'discriminator-collapse'])).toBe('stalled')
  expect(judge(['stall', 'oscillation'])).toBe('oscillating')
  expect(judge(['oscillation', 'mode-collapse', 'vanishing-gradient'])).toBe('collapsed')
  expect(judge(['mode-collapse', 'convergence'])).toBe('converged')
  expect(judge(['convergence', 'divergence'])).toBe('diverged')
  expect(judge(['wrong-order'])).toBe('stalled')
  expect(judge(['approximate-mode-collapse', 'oscillation'])).toBe('collapsed')
  expect(judge(['weight-escape', 'oscillation'])).toBe('diverged')
})
