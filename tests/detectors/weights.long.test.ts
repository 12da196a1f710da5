import { expect, test } from 'vitest'
import { brief, watched } from './watched.ts'
import { fig2, respondWeighted } from './weighted-game.ts'

test('singh-tong, Fig. 2, run on for 20 000 steps: the wrong order for good, and never convergence', () => {
  const story = [...respondWeighted(fig2, 20_000)]
  const { events, outcome } = watched(story)
  expect(brief(events)).toEqual(['wrong-order@2357<1357'])
  expect(outcome).toBe('stalled')
  const [light, heavy] = story.at(-1)!.signals['generator.means'] as readonly number[]
  expect(light).toBeCloseTo(0.908, 2)
  expect(Math.abs(heavy! - 0.4)).toBeLessThan(0.05)
})
