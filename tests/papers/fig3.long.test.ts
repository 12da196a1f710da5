import { expect, test } from 'vitest'
import { figure3, known, tolerance } from './fig3-sweep.ts'

test.each([
  ['regular', 120],
  ['unrolled', 120],
  ['best', 1],
] as const)('figure 3, %s: the rates that are known, on their grid', async (method, trials) => {
  const rate = await figure3(method, 21, trials)
  const { mean, members } = rate('offDiagonal', 'l1')
  const rounding = method === 'regular' ? 0.0005 : 0.005
  expect(Math.abs(mean - known[method])).toBeLessThanOrEqual(
    method === 'best' ? 0 : rounding + tolerance(known[method], members),
  )
  expect(rate('diagonal', 'l1').mean).toBe(0)
})
