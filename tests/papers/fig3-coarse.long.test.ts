import { expect, test } from 'vitest'
import { figure3, known, tolerance } from './fig3-sweep.ts'

// A coarse grid has other cells than the fine one whose rates are known: so much may that change.
const coarse = 0.02

test.each([
  ['regular', 9, 30],
  ['unrolled', 9, 5],
  ['best', 5, 1],
] as const)(
  'figure 3, %s: the rates that are known, on few cells',
  async (method, grid, trials) => {
    const rate = await figure3(method, grid, trials)
    const { mean, members } = rate('offDiagonal', 'l1')
    expect(members).toBe((grid * grid - grid) * trials)
    expect(Math.abs(mean - known[method])).toBeLessThanOrEqual(
      method === 'best' ? 0 : coarse + tolerance(known[method], members),
    )
    expect(rate('diagonal', 'l1')).toMatchObject({ mean: 0, cells: grid })
  },
  60_000,
)

test('more steps of the discriminator: most starts still fail', async () => {
  const rate = await figure3('k5', 5, 20)
  expect(rate('offDiagonal', 'l1').mean).toBeLessThan(0.5)
}, 60_000)
