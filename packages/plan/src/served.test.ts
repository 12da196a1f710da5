import { expect, test } from 'vitest'
import { servedBy } from './served.ts'

test('what looks ahead is watched where it is named only, other metrics where laws serve them', () => {
  const kinds = { target: 'mixture', generator: 'mixture' } as const
  const made = [
    { needs: ['generator.means'] },
    { needs: ['generator.positions'] },
    { needs: [], looksAhead: true },
    { needs: ['payoff'] },
    null,
  ]
  expect(servedBy(made, kinds)).toEqual([true, false, false, true, true])
})
